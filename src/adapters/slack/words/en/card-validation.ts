export const cardValidation = {
  'card.no-validation': 'No provider was asked about this number yet. `/contacts validate` asks.',
  'card.believed': 'What is believed',
  'card.belief':
    '{question, select, valid {Number} active {In service} lineType {Line} other {Carrier}}: *{value}*{sure, select, none {} other { · {sure} sure}}',
  'card.value-valid': '{value, select, true {exists} false {does not exist} other {not known}}',
  'card.value-active': '{value, select, true {yes} false {no} other {not known}}',
  'card.not-known': 'not known',
  'card.disagree': 'Where they disagree',
  'card.disagreement':
    '{question, select, valid {Number} active {In service} lineType {Line} other {Carrier}}: {sides}',
  'card.side': '{value} ({who}, {share})',
  'card.answers': 'Who said what',
  'card.own-sends':
    '*Our own messages*: {what, select, delivered {the last one arrived} dead {number not in service} other {cannot receive texts}} · {at}',
  'card.our-messages': 'our own messages',
  'card.numbering-plan': 'Numbering plan',
  'card.said-valid': '{value, select, yes {valid} no {not valid} other {asked, no answer}}',
  'card.said-inactive': 'not in service',
  'card.said-reassigned': 'belongs to somebody else now',
  'card.age': '{days, plural, =0 {today} one {# day ago} other {# days ago}} ({at})',
  'card.validation-older': 'Older answers',
  'card.weighing':
    'Each word counts by its provider’s weight, and half after 180 days. What our own messages taught beats what anybody says.',
} as const;
