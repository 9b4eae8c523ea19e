export const campaigns = {
  'campaigns.wizard-title': 'Campaign',
  'campaigns.step': 'Step {step, number} of {steps, number} · *{name}*',
  'campaigns.step-basics': 'Basics',
  'campaigns.step-audience': 'Audience',
  'campaigns.step-message': 'Message',
  'campaigns.step-schedule': 'Schedule',
  'campaigns.step-review': 'Budget and review',
  'campaigns.continue': 'Continue',
  'campaigns.submit': 'Submit for approval',
  'campaigns.new-name': 'Campaign of {date}',
  'campaigns.name': 'Name',
  'campaigns.name-hint': 'Only your team sees it.',
  'campaigns.objective': 'What is it for?',
  'campaigns.objective-awareness': 'Be remembered',
  'campaigns.objective-conversion': 'Sell',
  'campaigns.objective-retention': 'Keep customers',
  'campaigns.channel-sms':
    'Sent as SMS. Marketing on WhatsApp is not delivered to US numbers (Meta, since April 2025).',
  'campaigns.states': 'States',
  'campaigns.segments': 'Segments',
  'campaigns.tags': 'Tags',
  'campaigns.score-min': 'Lead score, at least',
  'campaigns.empty-means-all': 'Leave empty for all of them.',
  'campaigns.matched':
    '*{people, plural, =0 {Nobody matches} one {# person matches} other {# people match}}*',
  'campaigns.final':
    '*= {people, plural, =0 {nobody would get it} one {# person would get it} other {# people would get it}}*',
  'campaigns.reach-note':
    'People who opted out, refused or never agreed are always left out. Hours and the limit of three messages in 24 hours are judged for each person when it is sent.',
  'campaigns.template': 'Message',
  'campaigns.template-hint':
    'Say who you are (Fly2Any) and how to stop (“Reply STOP to opt out” or “Responda SAIR”).',
  'campaigns.tokens':
    'Fill-ins: {tokens}. Where a first name is missing or doubtful, the message says “viajante”.',
  'campaigns.preview': 'Preview',
  'campaigns.plain': 'Write it without accents',
  'campaigns.segments-plain':
    '*{segments, plural, one {# segment} other {# segments}}* per person.',
  'campaigns.segments-costly':
    '*{segments, plural, one {# segment} other {# segments}}* per person, because of {characters}. Without accents and symbols it would be {plain, number}.',
  'campaigns.segments-names':
    'What is filled in for this person holds {characters}, which costs more whatever the text says; for most people it does not.',
  'campaigns.preview-nobody': 'Nobody is in this audience, so there is nobody to preview it for.',
  'campaigns.add-follow-up': 'Add a follow-up',
  'campaigns.follow-up-text': 'Follow-up {n, number}',
  'campaigns.follow-up-hint':
    'Goes only to those who have not answered, bought or opted out. Empty it to drop it.',
  'campaigns.follow-up-days': 'Days before follow-up {n, number}',
  'campaigns.follow-up-after':
    '*After {days, plural, one {# day} other {# days}}* without an answer:',
  'campaigns.follow-ups-n': '{n, plural, one {# follow-up} other {# follow-ups}}',
  'refusal.follow-up.days': 'Enter {min, number} to {max, number} days.',
  'refusal.follow-up.too-many':
    'A campaign has {most, number} follow-ups at most. Remove one of them.',
  'campaigns.kind': 'When',
  'campaigns.kind-immediate': 'As soon as it is approved',
  'campaigns.kind-scheduled': 'From a date and time',
  'campaigns.start-date': 'First day',
  'campaigns.start-time': 'Not before ({zone})',
  'campaigns.end-date': 'Last day',
  'campaigns.end-date-hint': 'What was not sent by the end of that day is not sent at all.',
  'campaigns.allowed-from': 'From (clock of each person)',
  'campaigns.allowed-to': 'Until (clock of each person)',
  'campaigns.days': 'Days',
  'campaigns.weekdays-only': 'Monday to Friday only',
  'campaigns.hours-note':
    'The law of each person’s state and our own hours (Mon–Sat 9–20, Sun 12–20, no federal holidays) hold as well. Your hours can only narrow them.',
  'campaigns.total': 'Budget in US dollars',
  'campaigns.total-hint':
    'About {estimate} for the people below, by a few sample texts; names with accents can make it more. The card that asks for approval has the exact figure.',
  'campaigns.daily': 'At most per day, in US dollars',
  'campaigns.stop-label': 'When the budget is reached',
  'campaigns.stop': 'Pause the campaign',
  'campaigns.when': 'When',
  'campaigns.recipients': 'People',
  'campaigns.estimate': 'Expected cost, at most',
  'campaigns.estimate-sampled': 'Cost, about',
  'campaigns.second-person':
    'Somebody else has to approve it. Any edit after that takes the approval back.',
  'campaigns.simulated': 'Simulated carrier: nothing leaves this machine, no money is spent.',
  'campaigns.from-date': 'From {date}, {time} ({zone})',
  'campaigns.until-date': 'until {date}',
  'campaigns.at-once': 'As soon as it is approved',
  'campaigns.hours': '{from}–{to} on each person’s clock',
  'campaigns.submitted':
    '*{name}* is being prepared for approval. Its card appears in the approvals channel in a moment, and you get a message if something stands in the way.',
  'campaigns.draft-saved':
    'The draft *{name}* is saved{what, select, all {, with what stood in the form} other {, up to the last step you left}}.',
  'campaigns.resume-draft': 'Continue',
  'refusal.campaign.unknown':
    'That campaign does not exist (any more). `/campaign list` shows what there is.',
  'refusal.campaign.wrong-status':
    '*{name}* is {status, select, draft {a draft} submitted {waiting for approval} scheduled {scheduled} running {running} paused {paused} completed {completed} canceled {canceled} other {{status}}}, so that is not possible now. `/campaign show` tells what is.',
  'refusal.campaign.decided-since':
    'Something was decided about *{name}* since this button was drawn: it is {status, select, submitted {waiting for approval} scheduled {scheduled} running {running} paused {paused} other {{status}}} now. Your click changed nothing. The card shows what can be done now, `/campaign show` does too.',
  'refusal.campaign.stopped-since':
    'All sending was stopped once more since this button was drawn. Your click changed nothing. Look at the card why, and press its button, or type `/campaign start`.',
  'refusal.campaign.changed-meanwhile':
    'Somebody changed *{name}* in the meantime. Open it again with `/campaign list` to see how it stands now.',
  'refusal.campaign.empty-audience':
    'Nobody would get this message. Widen the audience in step 2, or record consent first.',
  'refusal.campaign.no-name': 'Give the campaign a name.',
  'refusal.campaign.not-compliant':
    'The message breaks a rule. Step 3 says which, and how to mend it.',
  'refusal.template.empty': 'Write the message first.',
  'refusal.template.unknown-token':
    'There is no fill-in called {token}. Use one of these: {known}.',
  'refusal.template.not-allowed':
    '“{what}” is not allowed in a message. Fill-ins, if/else and the filters default, upcase, downcase, capitalize, truncate and strip are.',
  'refusal.template.broken': 'The fill-ins cannot be read: {detail}. Check the braces.',
  'refusal.template.too-long':
    'For somebody in the audience the text becomes {length, number} characters long; {limit, number} is the limit. Shorten it.',
  'refusal.schedule.bad-zone': 'That time zone does not exist. Ask an admin to check TIMEZONE.',
  'refusal.schedule.no-date': 'Choose the first day.',
  'refusal.schedule.past': 'That moment has passed. Choose a later one.',
  'refusal.schedule.ends-before-start': 'The last day is before the first. Choose a later one.',
  'refusal.schedule.no-hours': 'The hours end before they begin. Choose a later end.',
  'refusal.budget.none': 'Enter a budget above zero, for example 250.',
  'refusal.budget.daily-over-total':
    'The amount per day must be above zero and not more than the whole budget.',
  'campaigns.none': 'There is no campaign yet.',
  'campaigns.begin': 'New campaign',
  'campaigns.show': 'Show',
  'campaigns.list-hint': '`/campaign show` and the start of a name shows one of them.',
  'campaigns.list-numbers':
    '{sent, number} sent, {delivered, number} delivered, {replied, number} replied',
  'campaigns.help-new': 'Build a campaign in five steps',
  'campaigns.help-list': 'The latest campaigns and drafts',
  'campaigns.help-show': 'How a campaign stands',
  'campaigns.help-pause': 'Pause a campaign',
  'campaigns.help-resume': 'Let a paused campaign go on',
  'campaigns.help-cancel': 'Cancel a campaign for good',
  'campaigns.help-unconfirmed': 'Messages whose fate nobody knows',
  'campaigns.help-why': 'Why somebody was skipped, and whether they may be written to now',
  'campaigns.help-stop': 'Stop all sending at once',
  'campaigns.help-start': 'Let sending go on after a stop',
  'refusal.campaign.no-such-name':
    'No campaign starts with “{name}” here. `/campaign list` shows what there is.',
  'refusal.campaign.none-here':
    'There is no campaign for that now. `/campaign list` shows what there is.',
  'refusal.campaign.which': 'Which one: {names}? Type more of its name.',
  'refusal.approval.own-work':
    'You had a hand in this campaign, so somebody else has to decide on it: an approver or admin who never created, changed or submitted it, not even before a rejection.',
  'refusal.approval.expired':
    'This request is too old to be decided on. Ask for a new one: edit the campaign and submit it again.',
  'refusal.approval.already-decided':
    'This was {decision, select, approved {approved} rejected {rejected} other {decided}} already.',
  'refusal.approval.tampered':
    'What would be sent is not what was submitted. Nothing was approved; submit it again, and tell an admin.',
  'refusal.approval.no-reason': 'Say what should change.',
  'refusal.delivery.carrier-unavailable':
    '{carrier} does not answer right now. It is asked again by itself; try again in a minute.',
  'refusal.delivery.not-unconfirmed':
    'That message is settled already, or was sent again since. Your click changed nothing; `/campaign unconfirmed` shows what is left.',
} as const;
