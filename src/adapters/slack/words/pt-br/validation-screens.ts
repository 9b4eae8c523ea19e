import type { validationScreens as en } from '../en/validation-screens.ts';

export const validationScreens: Record<keyof typeof en, string> = {
  'contacts.validate.title': 'Validar números',
  'contacts.validate.nobody':
    'Ninguém corresponde a esta seleção. Use menos palavras, ou `/contacts validate` para todos.',
  'contacts.validate.nothing':
    'Todos os números daqui foram verificados nos últimos 90 dias. Não há o que perguntar.',
  'contacts.validate.plan':
    '*{n, plural, one {# número} other {# números}}* sem verificação recente, de {matching, number} que correspondem. *No máximo {cost}*:',
  'contacts.validate.share':
    '{provider}{simulated, select, yes { (simulação)} other {}}: {n, number} × {price} = {cost}',
  'contacts.validate.cheap-first':
    'O mais barato é consultado primeiro; um mais caro, só onde a palavra dele pode mudar o veredito: quase sempre custa menos. Formato e código de área são verificados de graça.',
  'contacts.validate.start': 'Validar {n, plural, one {# número} other {# números}}',
  'contacts.validate.confirm-title': 'Validar {n, plural, one {# número} other {# números}}?',
  'contacts.validate.confirm-text':
    '{n, plural, one {# número} other {# números}}, no máximo {cost}:{shares}',
  'contacts.validate.confirm': 'Validar',
  'contacts.validate.fresh': 'Números verificados nos últimos 90 dias não são consultados de novo.',
  'contacts.validate.simulated': '*Simulação*: ninguém de fora é consultado.',
  'contacts.validate.started':
    'Verificando {n, plural, one {# número} other {# números}}. O andamento está nas suas mensagens com este aplicativo.',
  'contacts.validate.progress':
    'Verificando números: {done, number} de {total, number}. {spent} até agora, de no máximo {cost}.',
  'contacts.validate.paused-title': 'Verificação em pausa',
  'contacts.validate.paused':
    '{done, number} de {total, number} verificados, {spent} até agora, de no máximo {cost}. Continua sozinha; próxima tentativa: {time}.',
  'contacts.validate.stop': 'Parar verificação',
  'contacts.validate.stop-title': 'Parar de verificar números?',
  'contacts.validate.stop-text':
    'O que foi respondido fica. O resto não é consultado e não custa nada.',
  'contacts.validate.stop-confirm': 'Parar verificação',
  'contacts.validate.done':
    '{status, select, completed {Números verificados} stopped {Verificação interrompida} failed {A verificação falhou} other {Verificando números}}',
  'contacts.validate.nightly':
    'A verificação noturna, dentro do orçamento mensal que você definiu.',
  'contacts.validate.checked': 'Verificados',
  'contacts.validate.spent': 'Gasto',
  'contacts.validate.spent-of': '{spent} de no máximo {cost}',
  'contacts.validate.valid': 'Válidos',
  'contacts.validate.invalid': 'Inválidos',
  'contacts.validate.unknown': 'Sem resposta',
  'contacts.validate.torn': 'Provedores discordam',
  'contacts.validate.by-type': 'Tipos de linha',
  'contacts.validate.by-provider': 'Provedores',
  'contacts.validate.provider':
    '{provider}: {answered, plural, =0 {nenhuma resposta} one {# resposta} other {# respostas}}, {cost}{lost, plural, =0 {} one {; # pergunta sem resposta} other {; # perguntas sem resposta}}',
  'contacts.validate.unsettled':
    'Falta, para {n, plural, one {# número} other {# números}}, uma palavra que ainda pode mudar o veredito. Comece de novo mais tarde para consultar só o que falta.',
  'contacts.validate.stricter':
    'Onde os provedores discordam e ninguém tem certeza, vale o tipo de linha mais restrito: nenhum texto é enviado para ele.',
  'contacts.validate.chart': 'Tipos de linha',
  'contacts.validate.chart-subtitle':
    '{n, plural, one {# número verificado} other {# números verificados}}{simulated, select, yes { · simulação} other {}}',
  'contacts.validate.chart-alt': 'Gráfico de barras dos números verificados. {rows}.',
  'contacts.validate.chart-empty': 'Nenhum número foi verificado.',
  'contacts.providers.open': 'Provedores e acertos',
  'contacts.providers.title': 'Verificação de números',
  'contacts.providers.price': '{price} por número{simulated, select, yes { · simulação} other {}}',
  'contacts.providers.month':
    'Neste mês: {answered, plural, =0 {nenhuma resposta} one {# resposta} other {# respostas}}, {cost}',
  'contacts.providers.accuracy':
    'Acertou {right, number} de {tested, plural, one {# número} other {# números}} para os quais escrevemos depois: {share}',
  'contacts.providers.too-few':
    'Acertou {right, number} de {tested, plural, one {# número} other {# números}} para os quais escrevemos depois: ainda é pouco para dizer.',
  'contacts.providers.untested':
    'Ainda não testado: não escrevemos para nenhum número que ele respondeu.',
  'contacts.providers.left-out': 'Fora até {time}, por causa de falhas.',
  'contacts.providers.none': 'Nenhum provedor está configurado.',
  'contacts.providers.how':
    'Os acertos são medidos pelas nossas próprias mensagens: entregue, número fora de serviço (30005), fixo (30006, 21614). Elas também contam em cada veredito.',
  'contacts.providers.budget-off':
    '*Verificação noturna*: desligada. Um administrador pode dar a ela um orçamento mensal; as respostas velhas são renovadas à noite.',
  'contacts.providers.budget':
    '*Verificação noturna*: no máximo {budget} por mês, {spent} gastos neste mês.',
  'contacts.providers.set-budget': 'Definir orçamento mensal',
  'contacts.providers.budget-title': 'Verificação noturna',
  'contacts.providers.budget-label': 'Dólares por mês',
  'contacts.providers.budget-hint':
    '0 desliga. Só se renovam respostas com mais de 90 dias, entre 2h e 5h da noite, e nunca por mais do que isto.',
  'contacts.providers.budget-save': 'Salvar',
  'contacts.providers.budget-set':
    'A verificação noturna pode gastar {budget} por mês. O resumo chega nas suas mensagens com este aplicativo.',
  'contacts.providers.budget-unset': 'A verificação noturna está desligada.',
  'refusal.validation.provider-used-up':
    'As consultas deste mês na verificação de números ({provider}) acabaram. Compre mais ou espere o próximo mês; o que já foi verificado fica.',
  'refusal.validation.provider-limited':
    'A verificação de números ({provider}) responde mais devagar do que deveria. Ela continua sozinha; nada foi cobrado duas vezes.',
  'refusal.validation.provider-nonsense':
    'A verificação de números ({provider}) responde algo que não se consegue ler. Tentamos de novo mais tarde; nada foi cobrado duas vezes.',
  'refusal.validation.already-running':
    'Uma verificação de números já está em andamento ({done, number} de {total, number}). Espere terminar, ou pare-a na mensagem de quem a começou.',
  'refusal.validation.budget': 'Um valor em dólares, por exemplo 50 ou 12,50. 0 desliga.',
};
