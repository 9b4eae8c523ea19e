export const validationScreens = {
  'contacts.validate.title': 'Validate numbers',
  'contacts.validate.nobody':
    'Nobody matches this selection. Try fewer words, or `/contacts validate` for everybody.',
  'contacts.validate.nothing':
    'Every number here was checked within the last 90 days. There is nothing to ask.',
  'contacts.validate.plan':
    '*{n, plural, one {# number} other {# numbers}}* without a recent check, of {matching, number} that match. *At most {cost}*:',
  'contacts.validate.share':
    '{provider}{simulated, select, yes { (simulated)} other {}}: {n, number} × {price} = {cost}',
  'contacts.validate.cheap-first':
    'The cheapest is asked first, a dearer one only where its word could change the verdict: it mostly costs less. Format and area code are checked for free.',
  'contacts.validate.start': 'Validate {n, plural, one {# number} other {# numbers}}',
  'contacts.validate.confirm-title': 'Validate {n, plural, one {# number} other {# numbers}}?',
  'contacts.validate.confirm-text':
    '{n, plural, one {# number} other {# numbers}}, at most {cost}:{shares}',
  'contacts.validate.confirm': 'Validate',
  'contacts.validate.fresh':
    'Numbers that were checked within the last 90 days are not asked again.',
  'contacts.validate.simulated': '*Simulated*: nobody outside is asked.',
  'contacts.validate.started':
    'Checking {n, plural, one {# number} other {# numbers}}. Progress is in your messages with this app.',
  'contacts.validate.progress':
    'Checking numbers: {done, number} of {total, number}. {spent} so far, of at most {cost}.',
  'contacts.validate.paused-title': 'Checking paused',
  'contacts.validate.paused':
    '{done, number} of {total, number} checked, {spent} so far, of at most {cost}. It goes on by itself; next try: {time}.',
  'contacts.validate.stop': 'Stop checking',
  'contacts.validate.stop-title': 'Stop checking numbers?',
  'contacts.validate.stop-text':
    'What was answered stays. The rest is not asked and costs nothing.',
  'contacts.validate.stop-confirm': 'Stop checking',
  'contacts.validate.done':
    '{status, select, completed {Numbers checked} stopped {Checking stopped} failed {Checking failed} other {Checking numbers}}',
  'contacts.validate.nightly': 'The nightly check, within the monthly budget that you set.',
  'contacts.validate.checked': 'Checked',
  'contacts.validate.spent': 'Spent',
  'contacts.validate.spent-of': '{spent} of at most {cost}',
  'contacts.validate.valid': 'Valid',
  'contacts.validate.invalid': 'Not valid',
  'contacts.validate.unknown': 'No answer',
  'contacts.validate.torn': 'Providers disagree',
  'contacts.validate.by-type': 'Kinds of line',
  'contacts.validate.by-provider': 'Providers',
  'contacts.validate.provider':
    '{provider}: {answered, plural, =0 {no answer} one {# answer} other {# answers}}, {cost}{lost, plural, =0 {} one {; # question without an answer} other {; # questions without an answer}}',
  'contacts.validate.unsettled':
    '{n, plural, one {# number lacks} other {# numbers lack}} a word that could still change the verdict. Start again later to ask only for those.',
  'contacts.validate.stricter':
    'Where providers disagree and nobody is sure, the stricter kind of line counts: no text is sent to it.',
  'contacts.validate.chart': 'Kinds of line',
  'contacts.validate.chart-subtitle':
    '{n, plural, one {# number} other {# numbers}} checked{simulated, select, yes { · simulated} other {}}',
  'contacts.validate.chart-alt': 'Bar chart of the numbers that were checked. {rows}.',
  'contacts.validate.chart-empty': 'No number was checked.',
  'contacts.providers.open': 'Providers and accuracy',
  'contacts.providers.title': 'Number checks',
  'contacts.providers.price': '{price} a number{simulated, select, yes { · simulated} other {}}',
  'contacts.providers.month':
    'This month: {answered, plural, =0 {no answer} one {# answer} other {# answers}}, {cost}',
  'contacts.providers.accuracy':
    'Right about {right, number} of {tested, plural, one {# number} other {# numbers}} that we then wrote to: {share}',
  'contacts.providers.too-few':
    'Right about {right, number} of {tested, plural, one {# number} other {# numbers}} that we then wrote to: too few to tell.',
  'contacts.providers.untested': 'Not tested yet: no number it answered for was written to since.',
  'contacts.providers.left-out': 'Left out until {time}, because of failures.',
  'contacts.providers.none': 'No provider is set up.',
  'contacts.providers.how':
    'Accuracy is measured by our own messages: delivered, number not in service (30005), landline (30006, 21614). They also count in each verdict.',
  'contacts.providers.budget-off':
    '*Nightly check*: off. An admin can give it a monthly budget; old answers are then renewed at night.',
  'contacts.providers.budget':
    '*Nightly check*: at most {budget} a month, {spent} spent this month.',
  'contacts.providers.set-budget': 'Set monthly budget',
  'contacts.providers.budget-title': 'Nightly check',
  'contacts.providers.budget-label': 'Dollars a month',
  'contacts.providers.budget-hint':
    '0 switches it off. Only answers older than 90 days are renewed, between 2 and 5 at night, and never for more than this.',
  'contacts.providers.budget-save': 'Save',
  'contacts.providers.budget-set':
    'The nightly check may spend {budget} a month. Its summary comes to your messages with this app.',
  'contacts.providers.budget-unset': 'The nightly check is off.',
  'refusal.validation.provider-used-up':
    'The lookups of this month at the number check ({provider}) are used up. Buy more or wait for the next month; what was checked already is kept.',
  'refusal.validation.provider-limited':
    'The number check ({provider}) answers more slowly than it should. It goes on by itself; nothing was charged twice.',
  'refusal.validation.provider-nonsense':
    'The number check ({provider}) answers with something that cannot be read. It is tried again later; nothing was charged twice.',
  'refusal.validation.already-running':
    'A check of numbers is under way already ({done, number} of {total, number}). Wait until it ends, or stop it in the message of whoever started it.',
  'refusal.validation.budget': 'An amount in dollars, for example 50 or 12.50. 0 switches it off.',
} as const;
