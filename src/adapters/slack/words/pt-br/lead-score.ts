import type { leadScore as en } from '../en/lead-score.ts';

export const leadScore: Record<keyof typeof en, string> = {
  'contacts.help.score': 'O que a pontuação conta; administradores mudam os pesos aqui.',
  'score.title': 'Pontuação',
  'score.line': '*Pontuação {score, number}* ({band}): {parts}',
  'score.nothing': 'nada fala a favor ainda',
  'score.closed':
    '{why, select, erased {os dados foram apagados} opted_out {pediu para sair} do_not_call {está numa lista de não perturbe} other {o número está fora de serviço}}, por isso é 0',
  'score.part': '{factor} {points}',
  'score.band.cold': 'frio',
  'score.band.warm': 'morno',
  'score.band.hot': 'quente',
  'score.factor.reply-7': 'Respondeu nos últimos 7 dias',
  'score.factor.reply-30': 'Respondeu nos últimos 30 dias',
  'score.factor.reply-90': 'Respondeu nos últimos 90 dias',
  'score.factor.purchases-2': 'Duas compras ou mais',
  'score.factor.purchases-1': 'Uma compra',
  'score.factor.purchase-90': 'Comprou nos últimos 90 dias',
  'score.factor.delivered-90': 'Uma mensagem chegou nos últimos 90 dias',
  'score.factor.consent-documented': 'Consentimento com o texto exato',
  'score.factor.consent-asserted': 'Consentimento que alguém declarou',
  'score.factor.mobile': 'Um celular, diz um provedor',
  'score.factor.new-30': 'Novo nos últimos 30 dias',
  'score.factor.unanswered': 'Três mensagens ou mais sem resposta',
  'score.intro':
    'Uma pontuação de 0 a 100: soma-se o que vale para a pessoa. Frio é abaixo de {warm, number}, quente a partir de {hot, number}. É contada de novo quando algo acontece e toda noite. Quem pediu para sair tem 0.',
  'score.changed-by': 'Pesos de {at}, definidos por {by}.',
  'score.of-the-rule': 'Estes são os pesos com que o aplicativo veio.',
  'score.edit': 'Mudar pesos',
  'score.edit-hint':
    'Números inteiros de -100 a 100. De respostas e de compras só conta a melhor linha. Nada é salvo antes de você ver o que muda.',
  'score.show-effect': 'Ver efeito',
  'score.effect-title': 'Efeito dos pesos',
  'score.effect':
    '*{changedBand, plural, one {# contato muda} other {# contatos mudam}} de faixa*, {changed, plural, one {# recebe} other {# recebem}} outra pontuação, de {contacts, number}. A média vai de *{before}* para *{after}*.',
  'score.effect-nothing': 'Nenhuma pontuação muda.',
  'score.effect-band': '{band}: {before, number} → *{after, number}*',
  'score.effect-filters':
    'Filtros e campanhas que pedem uma pontuação passam a chegar a outras pessoas. Uma campanha já enviada para aprovação fica com as suas.',
  'score.save': 'Salvar pesos',
  'score.saved':
    'Salvo. Todos são pontuados de novo em poucos minutos: {changedBand, plural, one {# contato muda} other {# contatos mudam}} de faixa.',
  'refusal.score.weight': 'Um número inteiro de -100 a 100.',
  'refusal.score.changed-meanwhile':
    'Outra pessoa mudou os pesos. Nada seu foi salvo: abra `/contacts score` de novo.',
};
