import type { cardValidation as en } from '../en/card-validation.ts';

export const cardValidation: Record<keyof typeof en, string> = {
  'card.no-validation':
    'Nenhum provedor foi consultado sobre este número ainda. `/contacts validate` consulta.',
  'card.believed': 'O que se acredita',
  'card.belief':
    '{question, select, valid {Número} active {Em serviço} lineType {Linha} other {Operadora}}: *{value}*{sure, select, none {} other { · {sure} de certeza}}',
  'card.value-valid': '{value, select, true {existe} false {não existe} other {não se sabe}}',
  'card.value-active': '{value, select, true {sim} false {não} other {não se sabe}}',
  'card.not-known': 'não se sabe',
  'card.disagree': 'Onde discordam',
  'card.disagreement':
    '{question, select, valid {Número} active {Em serviço} lineType {Linha} other {Operadora}}: {sides}',
  'card.side': '{value} ({who}, {share})',
  'card.answers': 'Quem disse o quê',
  'card.own-sends':
    '*Nossas mensagens*: {what, select, delivered {a última chegou} dead {número fora de serviço} other {não recebe SMS}} · {at}',
  'card.our-messages': 'nossas mensagens',
  'card.numbering-plan': 'Plano de numeração',
  'card.said-valid': '{value, select, yes {válido} no {inválido} other {consultado, sem resposta}}',
  'card.said-inactive': 'fora de serviço',
  'card.said-reassigned': 'agora é de outra pessoa',
  'card.age': '{days, plural, =0 {hoje} one {há # dia} other {há # dias}} ({at})',
  'card.validation-older': 'Respostas mais antigas',
  'card.weighing':
    'Cada palavra conta pelo peso do provedor, e a metade depois de 180 dias. O que as nossas mensagens mostraram vale mais que a palavra de qualquer um.',
};
