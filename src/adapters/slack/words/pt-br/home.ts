import type { home as en } from '../en/home.ts';

export const home: Record<keyof typeof en, string> = {
  'home.title': 'Campanhas por telefone',
  'home.greeting':
    'Olá, {name}. Seu papel é {role, select, viewer {leitor} operator {operador} approver {aprovador} other {administrador}}.',
  'home.simulated': '*Simulação*: nenhuma mensagem sai de verdade.',
  'home.kill-switch':
    '*Todos os envios estão parados*, de todas as campanhas. Um aprovador libera com `/campaign start`.',
  'home.action.new-campaign': 'Nova campanha',
  'home.action.import': 'Importar contatos',
  'home.action.report': 'Relatório diário',
  'home.action.help': 'Ajuda',
  'home.action.refresh': 'Atualizar',
  'home.waiting': 'Aguardando sua aprovação ({n, number})',
  'home.waiting-line':
    '*{name}*\npara {people, plural, one {# pessoa} other {# pessoas}}, pedido por {by} em {at}',
  'home.review': 'Revisar',
  'home.review-named': 'Revisar {name}',
  'home.live': 'Campanhas em andamento ({n, number})',
  'home.live-none': 'Nenhuma campanha agendada, em envio ou pausada.',
  'home.live-line':
    '*{name}* — {status, select, running {em envio} paused {pausada} other {agendada}}',
  'home.live-starts': 'começa em {at}',
  'home.live-figures':
    '{finished, number} de {people, number} concluídas · {delivered, number} entregues · {failed, number} com falha · {responses, plural, =0 {0 respostas} one {# resposta} other {# respostas}}',
  'home.live-money': '· {spent} de {ceiling}',
  'home.open': 'Abrir',
  'home.open-named': 'Abrir {name}',
  'home.drafts': 'Seus rascunhos',
  'home.draft-line': '*{name}*\netapa {step, number} de 5, salvo: {at}',
  'home.resume': 'Continuar',
  'home.resume-named': 'Continuar {name}',
  'home.action.table': 'Ver contatos',
  'home.action.map': 'Mapa',
  'home.overview': 'Contatos',
  'home.no-contacts': 'Ainda não há contatos. Importe um arquivo com `/contacts import`.',
  'home.total-contacts': 'Contatos',
  'home.validated': 'Validados',
  'home.with-consent': 'Com consentimento',
  'home.suppressed': 'Descadastrados ou bloqueados',
  'home.active-campaigns': 'Campanhas em envio',
  'home.today': 'Mensagens de campanha hoje',
  'home.today-figures':
    '{sent, number} enviadas · {delivered, number} entregues · {replies, plural, =0 {0 respostas} one {# resposta} other {# respostas}}',
  'home.places': 'Por estado: ',
  'home.other-states': 'outros: {people, number}',
  'home.imports': 'Últimas importações',
  'home.import-line':
    '*{file}* — {status, select, completed {concluída} running {em andamento} queued {na fila} failed {falhou} other {aguardando confirmação}} · {created, plural, =0 {nenhum novo} one {# novo} other {# novos}}{merged, plural, =0 {} one {, # linha mesclada} other {, # linhas mescladas}}{rejected, plural, =0 {} one {, # linha rejeitada} other {, # linhas rejeitadas}} · {by} {at}',
  'home.updated': 'Atualizado em {at} ({zone})',
};
