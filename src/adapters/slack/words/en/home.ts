export const home = {
  'home.title': 'Phone campaigns',
  'home.greeting':
    'Hello {name}, you are {role, select, viewer {a viewer} operator {an operator} approver {an approver} other {an admin}}.',
  'home.simulated': '*Simulated*: no message really leaves.',
  'home.kill-switch':
    '*All sending is stopped*, for every campaign. An approver lets it go on with `/campaign start`.',
  'home.action.new-campaign': 'New campaign',
  'home.action.import': 'Import contacts',
  'home.action.report': 'Daily report',
  'home.action.help': 'Help',
  'home.action.refresh': 'Refresh',
  'home.waiting': 'Waiting for your approval ({n, number})',
  'home.waiting-line':
    '*{name}*\nto {people, plural, one {# person} other {# people}}, asked by {by} {at}',
  'home.review': 'Review',
  'home.review-named': 'Review {name}',
  'home.live': 'Campaigns under way ({n, number})',
  'home.live-none': 'No campaign is scheduled, running or paused.',
  'home.live-line':
    '*{name}* — {status, select, running {running} paused {paused} other {scheduled}}',
  'home.live-starts': 'starts {at}',
  'home.live-figures':
    '{finished, number} of {people, number} done · {delivered, number} delivered · {failed, number} failed · {responses, plural, one {# reply} other {# replies}}',
  'home.live-money': '· {spent} of {ceiling}',
  'home.open': 'Open',
  'home.open-named': 'Open {name}',
  'home.drafts': 'Your drafts',
  'home.draft-line': '*{name}*\nstep {step, number} of 5, saved {at}',
  'home.resume': 'Resume',
  'home.resume-named': 'Resume {name}',
  'home.overview': 'Contacts',
  'home.no-contacts': 'There are no contacts yet. Import a file with `/contacts import`.',
  'home.total-contacts': 'Contacts',
  'home.validated': 'Validated',
  'home.with-consent': 'With consent',
  'home.suppressed': 'Opted out or blocked',
  'home.active-campaigns': 'Running campaigns',
  'home.today': 'Campaign messages today',
  'home.today-figures':
    '{sent, number} sent · {delivered, number} delivered · {replies, plural, one {# reply} other {# replies}}',
  'home.places': 'By state: ',
  'home.other-states': 'others: {people, number}',
  'home.imports': 'Last imports',
  'home.import-line':
    '*{file}* — {status, select, completed {done} running {running} queued {waiting to run} failed {failed} other {waiting for confirmation}} · {created, number} new, {merged, number} merged, {rejected, number} rejected · {by} {at}',
  'home.updated': 'As of {at} ({zone})',
} as const;
