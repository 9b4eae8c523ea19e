import type { campaignCards as en } from '../en/campaign-cards.ts';

export const campaignCards: Record<keyof typeof en, string> = {
  'campaigns.card-title': '*{name}*',
  'campaigns.asks-approval':
    '{by} pede aprovação. Outra pessoa decide: antes disso nada é enviado.',
  'campaigns.verdict-clear':
    'Conformidade: nada contra o texto (regras {rules}). Horários, limites e descadastros são avaliados de novo para cada pessoa na hora do envio.',
  'campaigns.verdict-issues':
    'Conformidade: {n, plural, one {# problema} other {# problemas}} no texto.',
  'campaigns.attested':
    'O consentimento de {people, plural, one {# pessoa} other {# pessoas}} se apoia na palavra de {by} ({file}, {seller}).',
  'campaigns.sample': 'Exemplo: {text}',
  'campaigns.segments-total': 'Segmentos',
  'campaigns.cost-plain': '{cost} ({plain} sem acentos)',
  'campaigns.budget': 'Nunca custará mais que',
  'campaigns.due': 'Envio entre',
  'campaigns.due-span':
    '{span}{later, plural, =0 {} one { (# pessoa em outro dia)} other { (# pessoas em outro dia)}}',
  'campaigns.approve': 'Aprovar',
  'campaigns.approve-title': 'Aprovar esta campanha?',
  'campaigns.approve-confirm':
    'Vai para {people, plural, one {# pessoa} other {# pessoas}}, por no máximo {cost} (orçamento {ceiling}). O texto, as pessoas, a agenda e o orçamento mostrados aqui são o que será enviado.',
  'campaigns.reject': 'Rejeitar',
  'campaigns.reject-why': 'O que deve mudar?',
  'campaigns.state':
    '{status, select, draft {Rascunho} submitted {Aguardando aprovação} scheduled {Agendada} running {Em envio} paused {Pausada} completed {Concluída} canceled {Cancelada} other {{status}}}{reason, select, other {{reason}}}',
  'campaigns.all-stopped': '*Todos os envios estão parados* (`/campaign start` os retoma).',
  'campaigns.next-due': 'Próxima mensagem prevista para {at}.',
  'campaigns.done': '{done, number} de {total, number} concluídas',
  'campaigns.approved-by': 'Aprovada por {by}, {at}.',
  'campaigns.sent': 'Enviadas',
  'campaigns.delivered': 'Entregues',
  'campaigns.failed': 'Falharam',
  'campaigns.replied': 'Responderam',
  'campaigns.opted-out': 'Pediram para sair',
  'campaigns.not-sent': 'Não enviadas',
  'campaigns.unconfirmed': 'Sem confirmação',
  'campaigns.follow-ups': 'Lembretes',
  'campaigns.follow-ups-so-far': '{sent, number} enviados, {waiting, number} à espera',
  'campaigns.spent': 'Gasto e reservado',
  'campaigns.spent-of': '{spent} de {ceiling}',
  'campaigns.pause': 'Pausar campanha',
  'campaigns.resume': 'Retomar campanha',
  'campaigns.resume-title': 'Retomar esta campanha?',
  'campaigns.resume-confirm':
    '{people, plural, =0 {Não falta ninguém.} one {Falta # pessoa.} other {Faltam # pessoas.}}',
  'campaigns.cancel': 'Cancelar campanha',
  'campaigns.cancel-title': 'Cancelar esta campanha?',
  'campaigns.cancel-confirm':
    '{people, plural, =0 {Não falta ninguém.} one {# pessoa não vai receber.} other {# pessoas não vão receber.}} Não dá para desfazer.',
  'campaigns.kill': 'Parar todos os envios',
  'campaigns.kill-title': 'Parar tudo?',
  'campaigns.kill-confirm':
    'Todas as campanhas em todos os canais param em segundos, até alguém digitar `/campaign start`.',
  'campaigns.rejected': 'Rejeitada por {by}: {reason}',
  'campaigns.voided':
    '{by} editou, então este pedido perdeu a validade. Um novo cartão aparece quando for enviada de novo.',
  'campaigns.canceled-before': 'Cancelada por {by} antes da aprovação.',
  'campaigns.paused-budget': ': o orçamento acabou',
  'campaigns.paused-double-send': ': a operadora mostra uma mensagem duas vezes',
  'campaigns.paused-carrier': ': a operadora recusa (código {code})',
  'campaigns.paused-breaker-filtered': ': as operadoras tratam mensagens demais como spam',
  'campaigns.paused-breaker-failures': ': mensagens demais não chegam',
  'campaigns.paused-breaker-opt-outs': ': pessoas demais pedem para sair',
  'campaigns.paused-breaker-region': ': um país da lista não está liberado na nossa conta',
  'campaigns.breaker-next-filtered':
    'Mude o texto, ou confira o registro do remetente, antes de retomar',
  'campaigns.breaker-next-failures':
    'Confira de onde vem a lista, e valide os números, antes de retomar',
  'campaigns.breaker-next-opt-outs': 'Veja o texto, e quem o recebe, antes de retomar',
  'campaigns.breaker-next-region': 'Libere o país na operadora antes de retomar',
  'campaigns.breaker-figures': '({n, number} das últimas {of, number}: {percent})',
  'campaigns.paused-person': ' por uma pessoa',
  'campaigns.by-system': 'O aplicativo',
  'campaigns.thread-approved': '{at} · {by} aprovou.',
  'campaigns.thread-rejected': '{at} · {by} rejeitou: {reason}',
  'campaigns.thread-voided': '{at} · {by} editou; a aprovação perdeu a validade.',
  'campaigns.thread-started': '{at} · O envio começou.',
  'campaigns.thread-paused': '{at} · {by} pausou{reason}.',
  'campaigns.thread-resumed': '{at} · {by} retomou.',
  'campaigns.thread-canceled': '{at} · {by} cancelou.',
  'campaigns.thread-completed':
    '{at} · Todas as pessoas já foram contatadas. Recibos e respostas continuam chegando.',
  'campaigns.thread-killed': '{at} · {by} parou todos os envios{reason}.',
  'campaigns.thread-unkilled': '{at} · {by} liberou os envios.',
  'campaigns.thread-late':
    '{at} · Está atrasada: {n, plural, one {# mensagem passou} other {# mensagens passaram}} da hora e nada anda. Verifique se o worker está rodando.',
  'campaigns.thread-double-send':
    '{at} · A operadora conhece duas mensagens para uma pessoa. A campanha fica pausada até alguém verificar.',
  'campaigns.thread-budget-warning':
    '{at} · O orçamento foi atingido. Ela segue até o pior caso aprovado.',
  'campaigns.thread-sent-again': '{at} · {by} reenviou uma mensagem sem confirmação.',
  'campaigns.thread-closed': '{at} · {by} encerrou uma mensagem sem confirmação.',
  'campaigns.submit-failed':
    '*{name}* não pôde ser enviada para aprovação e voltou a ser rascunho. {why}',
  'campaigns.you-approved': 'Você aprovou *{name}*.',
  'campaigns.you-paused': '*{name}* está pausada. O que já foi entregue à operadora ainda chega.',
  'campaigns.you-resumed': '*{name}* segue com as pessoas que faltam.',
  'campaigns.you-canceled': '*{name}* está cancelada.',
  'campaigns.you-killed': 'Todos os envios estão parados. `/campaign start` os retoma.',
  'campaigns.was-killed': 'Todos os envios já estavam parados.',
  'campaigns.you-unkilled': 'Os envios continuam.',
  'campaigns.was-unkilled': 'Nada estava parado.',
  'campaigns.resolved': 'Feito e registrado na auditoria.',
  'campaigns.attested-rest':
    'E o de {people, plural, one {# pessoa} other {# pessoas}} na palavra de {imports, plural, one {# outra importação} other {# outras importações}}.',
  'campaigns.budget-warns': '({budget} é só um aviso)',
  'campaigns.budget-daily': 'no máximo {daily} por dia',
  'campaigns.approve-named': 'Aprovar {name}',
  'campaigns.reject-named': 'Rejeitar {name}',
  'campaigns.who-may':
    '{n, plural, =0 {Não sobrou ninguém que possa: um administrador pode dar o papel de aprovador a mais uma pessoa com `/fly team`.} other {Pode ser {who}.}}',
  'campaigns.already-decided':
    '{by} já {decision, select, approved {aprovou} rejected {rejeitou} other {decidiu}}, {at}.',
  'campaigns.edit': 'Editar campanha',
  'campaigns.edit-named': 'Editar {name}',
  'campaigns.edit-title': 'Editar esta campanha?',
  'campaigns.edit-confirm':
    'Com a sua primeira alteração, o pedido ou a aprovação perde a validade. Ela precisa ser enviada e aprovada de novo.',
  'campaigns.unkill': 'Liberar os envios',
  'campaigns.unkill-title': 'Liberar tudo?',
  'campaigns.unkill-confirm':
    'Toda campanha em andamento volta a enviar, dentro do seu horário e orçamento.',
  'campaigns.unconfirmed-show': 'Ver sem confirmação',
  'campaigns.unconfirmed-none': 'Nenhuma mensagem de *{name}* está sem confirmação.',
  'campaigns.unconfirmed-title':
    '*{name}*: {n, plural, one {# mensagem está} other {# mensagens estão}} sem confirmação. A operadora foi chamada, mas a resposta se perdeu.',
  'campaigns.unconfirmed-line': '{phone} · {name} · {at}\n{text}',
  'campaigns.unconfirmed-more':
    '{shown, number} de {n, number} mostradas, as mais antigas primeiro.',
  'campaigns.unconfirmed-note':
    'Por meia hora o aplicativo procura um rastro sozinho. “Encerrar” deixa como está: nada é enviado, e o dinheiro conta como gasto.',
  'campaigns.send-again': 'Enviar de novo',
  'campaigns.send-again-to': 'Enviar de novo a {phone}',
  'campaigns.send-again-title': 'Enviar de novo?',
  'campaigns.send-again-confirm':
    'A primeira pode ter chegado: {phone} pode receber duas vezes. Isto fica registrado na auditoria.',
  'campaigns.close-unconfirmed': 'Encerrar',
  'campaigns.close-unconfirmed-to': 'Encerrar a mensagem a {phone}',
};
