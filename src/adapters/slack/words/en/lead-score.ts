export const leadScore = {
  'contacts.help.score': 'What the lead score counts; admins change the weights here.',
  'score.title': 'Lead score',
  'score.line': '*Score {score, number}* ({band}): {parts}',
  'score.nothing': 'nothing speaks for them yet',
  'score.closed':
    '{why, select, erased {their data was erased} opted_out {they opted out} do_not_call {on a do-not-call list} other {the number is not in service}}, so it is 0',
  'score.part': '{factor} {points}',
  'score.band.cold': 'cold',
  'score.band.warm': 'warm',
  'score.band.hot': 'hot',
  'score.factor.reply-7': 'Answered in the last 7 days',
  'score.factor.reply-30': 'Answered in the last 30 days',
  'score.factor.reply-90': 'Answered in the last 90 days',
  'score.factor.purchases-2': 'Two purchases or more',
  'score.factor.purchases-1': 'One purchase',
  'score.factor.purchase-90': 'Bought in the last 90 days',
  'score.factor.delivered-90': 'A message arrived in the last 90 days',
  'score.factor.consent-documented': 'Consent with its exact text',
  'score.factor.consent-asserted': 'Consent that somebody vouched for',
  'score.factor.mobile': 'A mobile phone, as a provider says',
  'score.factor.new-30': 'New in the last 30 days',
  'score.factor.unanswered': 'Three messages or more without an answer',
  'score.intro':
    'A score from 0 to 100: what is true of somebody is added up. Cold is below {warm, number}, hot from {hot, number}. It is counted anew when something happens and every night. People who opted out have 0.',
  'score.changed-by': 'Weights of {at}, set by {by}.',
  'score.of-the-rule': 'These are the weights the app came with.',
  'score.edit': 'Change weights',
  'score.edit-hint':
    'Whole numbers from -100 to 100. Of answers and of purchases only the best line counts. Nothing is saved before you have seen what it changes.',
  'score.show-effect': 'Show effect',
  'score.effect-title': 'Effect of new weights',
  'score.effect':
    '*{changedBand, plural, one {# contact changes} other {# contacts change}} band*, {changed, plural, one {# gets} other {# get}} another score, of {contacts, number}. The mean goes from *{before}* to *{after}*.',
  'score.effect-nothing': 'No score changes.',
  'score.effect-band': '{band}: {before, number} → *{after, number}*',
  'score.effect-filters':
    'Filters and campaigns that ask for a score reach other people from then on. A campaign that was submitted keeps its people.',
  'score.save': 'Save weights',
  'score.saved':
    'Saved. Everybody is scored anew within a few minutes: {changedBand, plural, one {# contact changes} other {# contacts change}} band.',
  'refusal.score.weight': 'A whole number from -100 to 100.',
  'refusal.score.changed-meanwhile':
    'Somebody else changed the weights meanwhile. Nothing of yours was saved: open `/contacts score` again.',
} as const;
