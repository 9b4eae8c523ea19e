import type { campaigns as en } from '../en/campaigns.ts';

export const campaigns: Record<keyof typeof en, string> = {
  'campaigns.wizard-title': 'Campanha',
  'campaigns.step': 'Passo {step, number} de {steps, number} · *{name}*',
  'campaigns.step-basics': 'Dados básicos',
  'campaigns.step-audience': 'Público',
  'campaigns.step-message': 'Mensagem',
  'campaigns.step-schedule': 'Agenda',
  'campaigns.step-review': 'Orçamento e revisão',
  'campaigns.continue': 'Continuar',
  'campaigns.submit': 'Enviar para aprovação',
  'campaigns.new-name': 'Campanha de {date}',
  'campaigns.name': 'Nome',
  'campaigns.name-hint': 'Só a sua equipe vê.',
  'campaigns.objective': 'Para que serve?',
  'campaigns.objective-awareness': 'Ser lembrado',
  'campaigns.objective-conversion': 'Vender',
  'campaigns.objective-retention': 'Manter clientes',
  'campaigns.channel-sms':
    'Enviada por SMS. Marketing no WhatsApp não é entregue a números dos EUA (Meta, desde abril de 2025).',
  'campaigns.states': 'Estados',
  'campaigns.segments': 'Segmentos',
  'campaigns.tags': 'Etiquetas',
  'campaigns.score-min': 'Pontuação mínima',
  'campaigns.empty-means-all': 'Deixe vazio para incluir todos.',
  'campaigns.matched':
    '*{people, plural, =0 {Ninguém corresponde} one {# pessoa corresponde} other {# pessoas correspondem}}*',
  'campaigns.final':
    '*= {people, plural, =0 {ninguém receberia} one {# pessoa receberia} other {# pessoas receberiam}}*',
  'campaigns.reach-note':
    'Quem pediu para sair, recusou ou nunca aceitou fica sempre de fora. Horários e o limite de três mensagens em 24 horas são avaliados para cada pessoa na hora do envio.',
  'campaigns.template': 'Mensagem',
  'campaigns.template-hint':
    'Diga quem você é (Fly2Any) e como parar (“Responda SAIR” ou “Reply STOP to opt out”).',
  'campaigns.tokens':
    'Campos: {tokens}. Quando o primeiro nome falta ou é duvidoso, a mensagem diz “viajante”.',
  'campaigns.preview': 'Pré-visualizar',
  'campaigns.plain': 'Escrever sem acentos',
  'campaigns.segments-plain':
    '*{segments, plural, one {# segmento} other {# segmentos}}* por pessoa.',
  'campaigns.segments-costly':
    '*{segments, plural, one {# segmento} other {# segmentos}}* por pessoa, por causa de {characters}. Sem acentos e símbolos seriam {plain, number}.',
  'campaigns.segments-names':
    'O que entra para esta pessoa tem {characters}, que custa mais seja qual for o texto; para a maioria não tem.',
  'campaigns.preview-nobody': 'Não há ninguém neste público, então não há para quem mostrar.',
  'campaigns.add-follow-up': 'Adicionar um lembrete',
  'campaigns.follow-up-text': 'Lembrete {n, number}',
  'campaigns.follow-up-hint':
    'Vai só para quem não respondeu, não comprou e não pediu para sair. Apague o texto para retirar.',
  'campaigns.follow-up-days': 'Dias antes do lembrete {n, number}',
  'campaigns.follow-up-after':
    '*Depois de {days, plural, one {# dia} other {# dias}}* sem resposta:',
  'campaigns.follow-ups-n': '{n, plural, one {# lembrete} other {# lembretes}}',
  'refusal.follow-up.days': 'Informe de {min, number} a {max, number} dias.',
  'refusal.follow-up.too-many':
    'Uma campanha tem no máximo {most, number} lembretes. Retire um deles.',
  'campaigns.kind': 'Quando',
  'campaigns.kind-immediate': 'Assim que for aprovada',
  'campaigns.kind-scheduled': 'A partir de uma data e hora',
  'campaigns.start-date': 'Primeiro dia',
  'campaigns.start-time': 'Não antes de ({zone})',
  'campaigns.end-date': 'Último dia',
  'campaigns.end-date-hint': 'O que não sair até o fim desse dia não será mais enviado.',
  'campaigns.allowed-from': 'Das (relógio de cada pessoa)',
  'campaigns.allowed-to': 'Até (relógio de cada pessoa)',
  'campaigns.days': 'Dias',
  'campaigns.weekdays-only': 'Só de segunda a sexta',
  'campaigns.hours-note':
    'Valem também a lei do estado de cada pessoa e o nosso próprio horário (seg–sáb 9–20, dom 12–20, sem feriados federais). O seu horário só pode restringir.',
  'campaigns.total': 'Orçamento em dólares',
  'campaigns.total-hint':
    'Cerca de {estimate} para as pessoas abaixo, por alguns textos de amostra; nomes com acento podem aumentar. O cartão que pede aprovação traz o valor exato.',
  'campaigns.daily': 'No máximo por dia, em dólares',
  'campaigns.stop-label': 'Quando o orçamento for atingido',
  'campaigns.stop': 'Pausar a campanha',
  'campaigns.when': 'Quando',
  'campaigns.recipients': 'Pessoas',
  'campaigns.estimate': 'Custo esperado, no máximo',
  'campaigns.estimate-sampled': 'Custo aproximado',
  'campaigns.second-person':
    'Outra pessoa precisa aprovar. Qualquer edição depois disso desfaz a aprovação.',
  'campaigns.simulated': 'Operadora simulada: nada sai desta máquina e nenhum dinheiro é gasto.',
  'campaigns.from-date': 'A partir de {date}, {time} ({zone})',
  'campaigns.until-date': 'até {date}',
  'campaigns.at-once': 'Assim que for aprovada',
  'campaigns.hours': '{from}–{to} no relógio de cada pessoa',
  'campaigns.submitted':
    '*{name}* está sendo preparada para aprovação. O cartão aparece no canal de aprovações em instantes, e você recebe uma mensagem se algo impedir.',
  'campaigns.draft-saved':
    'O rascunho *{name}* está salvo{what, select, all {, com o que estava no formulário} other {, até o último passo concluído}}.',
  'campaigns.resume-draft': 'Continuar',
  'refusal.campaign.unknown': 'Essa campanha não existe (mais). `/campaign list` mostra o que há.',
  'refusal.campaign.wrong-status':
    '*{name}* está {status, select, draft {em rascunho} submitted {aguardando aprovação} scheduled {agendada} running {em envio} paused {pausada} completed {concluída} canceled {cancelada} other {{status}}}, então isso não é possível agora. `/campaign show` diz o que é.',
  'refusal.campaign.decided-since':
    'Já se decidiu algo sobre *{name}* depois que este botão apareceu: agora está {status, select, submitted {aguardando aprovação} scheduled {agendada} running {em envio} paused {pausada} other {{status}}}. Seu clique não mudou nada. O cartão mostra o que dá para fazer agora; `/campaign show` também.',
  'refusal.campaign.stopped-since':
    'Todos os envios foram parados mais uma vez depois que este botão apareceu. Seu clique não mudou nada. Veja no cartão o motivo e use o botão de lá, ou digite `/campaign start`.',
  'refusal.campaign.changed-meanwhile':
    'Alguém alterou *{name}* nesse meio-tempo. Abra de novo com `/campaign list` para ver como está agora.',
  'refusal.campaign.empty-audience':
    'Ninguém receberia esta mensagem. Amplie o público no passo 2 ou registre o consentimento primeiro.',
  'refusal.campaign.no-name': 'Dê um nome à campanha.',
  'refusal.campaign.not-compliant':
    'A mensagem fere uma regra. O passo 3 diz qual e como corrigir.',
  'refusal.template.empty': 'Escreva a mensagem primeiro.',
  'refusal.template.unknown-token': 'Não existe um campo chamado {token}. Use um destes: {known}.',
  'refusal.template.not-allowed':
    '“{what}” não é permitido em uma mensagem. Campos, if/else e os filtros default, upcase, downcase, capitalize, truncate e strip são.',
  'refusal.template.broken': 'Não dá para ler os campos: {detail}. Confira as chaves.',
  'refusal.template.too-long':
    'Para alguém do público o texto fica com {length, number} caracteres; o limite é {limit, number}. Encurte-o.',
  'refusal.schedule.bad-zone':
    'Esse fuso horário não existe. Peça a um admin para conferir TIMEZONE.',
  'refusal.schedule.no-date': 'Escolha o primeiro dia.',
  'refusal.schedule.past': 'Esse momento já passou. Escolha um mais tarde.',
  'refusal.schedule.ends-before-start':
    'O último dia vem antes do primeiro. Escolha um mais tarde.',
  'refusal.schedule.no-hours': 'O horário termina antes de começar. Escolha um fim mais tarde.',
  'refusal.budget.none': 'Informe um orçamento acima de zero, por exemplo 250.',
  'refusal.budget.daily-over-total':
    'O valor por dia precisa ser acima de zero e não maior que o orçamento inteiro.',
  'campaigns.none': 'Ainda não há nenhuma campanha.',
  'campaigns.begin': 'Nova campanha',
  'campaigns.show': 'Ver',
  'campaigns.list-hint': '`/campaign show` e o começo de um nome mostra uma delas.',
  'campaigns.list-numbers':
    '{sent, number} enviadas, {delivered, number} entregues, {replied, number} responderam',
  'campaigns.help-new': 'Criar uma campanha em cinco passos',
  'campaigns.help-list': 'As últimas campanhas e rascunhos',
  'campaigns.help-show': 'Como está uma campanha',
  'campaigns.help-pause': 'Pausar uma campanha',
  'campaigns.help-resume': 'Retomar uma campanha pausada',
  'campaigns.help-cancel': 'Cancelar uma campanha de vez',
  'campaigns.help-unconfirmed': 'Mensagens que ninguém sabe se chegaram',
  'campaigns.help-why': 'Por que alguém foi pulado, e se pode receber agora',
  'campaigns.help-stop': 'Parar todos os envios agora',
  'campaigns.help-start': 'Liberar os envios depois de uma parada',
  'refusal.campaign.no-such-name':
    'Nenhuma campanha aqui começa com “{name}”. `/campaign list` mostra o que há.',
  'refusal.campaign.none-here':
    'Não há campanha para isso agora. `/campaign list` mostra o que há.',
  'refusal.campaign.which': 'Qual delas: {names}? Digite mais do nome.',
  'refusal.approval.own-work':
    'Você participou desta campanha, então outra pessoa precisa decidir: um aprovador ou administrador que nunca a criou, mudou ou enviou para aprovação, nem antes de uma rejeição.',
  'refusal.approval.expired':
    'Este pedido é antigo demais para uma decisão. Peça outro: edite a campanha e envie de novo.',
  'refusal.approval.already-decided':
    'Isto já foi {decision, select, approved {aprovado} rejected {rejeitado} other {decidido}}.',
  'refusal.approval.tampered':
    'O que seria enviado não é o que foi submetido. Nada foi aprovado; envie de novo e avise um admin.',
  'refusal.approval.no-reason': 'Diga o que deve mudar.',
  'refusal.delivery.carrier-unavailable':
    'A {carrier} não está respondendo agora. O sistema pergunta de novo sozinho; tente daqui a um minuto.',
  'refusal.delivery.not-unconfirmed':
    'Essa mensagem já está resolvida ou foi enviada de novo depois disso. Seu clique não mudou nada; `/campaign unconfirmed` mostra o que falta.',
};
