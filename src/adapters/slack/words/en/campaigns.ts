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
  'campaigns.save-and-close': 'Save and close',
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
  'campaigns.preview-nobody': 'Nobody is in this audience, so there is nobody to preview it for.',
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
  'campaigns.total-hint': 'At most {estimate} is expected for the people below.',
  'campaigns.daily': 'At most per day, in US dollars',
  'campaigns.stop-label': 'When the budget is reached',
  'campaigns.stop': 'Pause the campaign',
  'campaigns.when': 'When',
  'campaigns.recipients': 'People',
  'campaigns.estimate': 'Expected cost, at most',
  'campaigns.second-person':
    'Somebody else has to approve it. Any edit after that takes the approval back.',
  'campaigns.simulated': 'Simulated carrier: nothing leaves this machine, no money is spent.',
  'campaigns.from-date': 'From {date}, {time} ({zone})',
  'campaigns.until-date': 'until {date}',
  'campaigns.at-once': 'As soon as it is approved',
  'campaigns.hours': '{from}–{to} on each person’s clock',
  'campaigns.submitted':
    '*{name}* is being prepared for approval. Its card appears in the approvals channel in a moment, and you get a message if something stands in the way.',
  'campaigns.draft-saved': 'The draft *{name}* is saved.',
  'campaigns.resume-draft': 'Continue',
  'refusal.campaign.unknown':
    'That campaign does not exist (any more). `/campaign list` shows what there is.',
  'refusal.campaign.wrong-status':
    '*{name}* is {status, select, draft {a draft} submitted {waiting for approval} scheduled {scheduled} running {running} paused {paused} completed {completed} canceled {canceled} other {{status}}}, so that is not possible now. `/campaign show` tells what is.',
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
  'campaigns.card-title': '*{name}*',
  'campaigns.asks-approval':
    '{by} asks for approval. Somebody else decides: nothing is sent before.',
  'campaigns.verdict-clear':
    'Compliance: nothing stands against the text (rules {rules}). Hours, caps and opt-outs are judged again for each person when it is sent.',
  'campaigns.verdict-issues':
    'Compliance: {n, plural, one {# problem} other {# problems}} in the text.',
  'campaigns.attested':
    'Consent of {people, plural, one {# person} other {# people}} rests on the word of {by} ({file}, {seller}).',
  'campaigns.sample': 'Sample: {text}',
  'campaigns.segments-total': 'Segments',
  'campaigns.cost-plain': '{cost} ({plain} without accents)',
  'campaigns.budget': 'Can never cost more than',
  'campaigns.due': 'Sent between',
  'campaigns.due-span':
    '{span}{later, plural, =0 {} one { (# person on a later day)} other { (# people on a later day)}}',
  'campaigns.approve': 'Approve',
  'campaigns.approve-title': 'Approve this campaign?',
  'campaigns.approve-confirm':
    'It is sent to {people, plural, one {# person} other {# people}}, for {cost} at most (budget {ceiling}). The text, people, schedule and budget shown here are what is sent.',
  'campaigns.reject': 'Reject',
  'campaigns.reject-why': 'What should change?',
  'campaigns.state':
    '{status, select, draft {Draft} submitted {Waiting for approval} scheduled {Scheduled} running {Sending} paused {Paused} completed {Completed} canceled {Canceled} other {{status}}}{reason, select, other {{reason}}}',
  'campaigns.all-stopped': '*All sending is stopped* (`/campaign start` lets it go on).',
  'campaigns.next-due': 'Next message due {at}.',
  'campaigns.done': '{done, number} of {total, number} done',
  'campaigns.approved-by': 'Approved by {by}, {at}.',
  'campaigns.sent': 'Sent',
  'campaigns.delivered': 'Delivered',
  'campaigns.failed': 'Failed',
  'campaigns.replied': 'Replied',
  'campaigns.opted-out': 'Opted out',
  'campaigns.not-sent': 'Not sent',
  'campaigns.unconfirmed': 'Unconfirmed',
  'campaigns.spent': 'Spent and reserved',
  'campaigns.spent-of': '{spent} of {ceiling}',
  'campaigns.pause': 'Pause campaign',
  'campaigns.resume': 'Resume campaign',
  'campaigns.resume-title': 'Resume this campaign?',
  'campaigns.resume-confirm':
    '{people, plural, =0 {Nobody is left to write to.} one {# person is still to be written to.} other {# people are still to be written to.}}',
  'campaigns.cancel': 'Cancel campaign',
  'campaigns.cancel-title': 'Cancel this campaign?',
  'campaigns.cancel-confirm':
    '{people, plural, =0 {Nobody is left to write to.} one {# person will not get it.} other {# people will not get it.}} This cannot be undone.',
  'campaigns.kill': 'Stop all sending',
  'campaigns.kill-title': 'Stop everything?',
  'campaigns.kill-confirm':
    'Every campaign on every channel stops within seconds, until somebody types `/campaign start`.',
  'campaigns.rejected': 'Rejected by {by}: {reason}',
  'campaigns.voided':
    '{by} edited it, so this request is void. A new card follows when it is submitted again.',
  'campaigns.canceled-before': 'Canceled by {by} before it was approved.',
  'campaigns.paused-budget': ': the budget is used up',
  'campaigns.paused-double-send': ': the carrier shows a message twice',
  'campaigns.paused-carrier': ': the carrier refuses (code {code})',
  'campaigns.paused-person': ' by a person',
  'campaigns.by-system': 'The app',
  'campaigns.thread-approved': '{at} · {by} approved it.',
  'campaigns.thread-rejected': '{at} · {by} rejected it: {reason}',
  'campaigns.thread-voided': '{at} · {by} edited it; the approval is void.',
  'campaigns.thread-started': '{at} · Sending has started.',
  'campaigns.thread-paused': '{at} · {by} paused it{reason}.',
  'campaigns.thread-resumed': '{at} · {by} resumed it.',
  'campaigns.thread-canceled': '{at} · {by} canceled it.',
  'campaigns.thread-completed':
    '{at} · Everybody has been written to. Receipts and replies still come in.',
  'campaigns.thread-killed': '{at} · {by} stopped all sending.',
  'campaigns.thread-unkilled': '{at} · {by} let sending go on.',
  'campaigns.thread-late':
    '{at} · It is late: {n, plural, one {# message is} other {# messages are}} overdue and nothing moves. Check that the worker runs.',
  'campaigns.thread-double-send':
    '{at} · The carrier knows two messages for one person. The campaign is paused until somebody has looked.',
  'campaigns.thread-budget-warning':
    '{at} · The budget is reached. It goes on up to the approved worst case.',
  'campaigns.thread-sent-again': '{at} · {by} sent an unconfirmed message again.',
  'campaigns.thread-closed': '{at} · {by} closed an unconfirmed message.',
  'campaigns.submit-failed': '*{name}* could not be submitted and is a draft again. {why}',
  'campaigns.you-approved': 'You approved *{name}*.',
  'campaigns.you-paused':
    '*{name}* is paused. What was already handed to the carrier still arrives.',
  'campaigns.you-resumed': '*{name}* goes on with the people who are left.',
  'campaigns.you-canceled': '*{name}* is canceled.',
  'campaigns.you-killed': 'All sending is stopped. `/campaign start` lets it go on.',
  'campaigns.was-killed': 'All sending was stopped already.',
  'campaigns.you-unkilled': 'Sending goes on.',
  'campaigns.was-unkilled': 'Nothing was stopped.',
  'campaigns.resolved': 'Done, and written to the audit log.',
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
  'campaigns.help-stop': 'Stop all sending at once',
  'campaigns.help-start': 'Let sending go on after a stop',
  'refusal.campaign.no-such-name':
    'No campaign starts with “{name}” here. `/campaign list` shows what there is.',
  'refusal.campaign.which': 'Which one: {names}? Type more of its name.',
  'refusal.approval.own-work':
    'You had a hand in this campaign, so somebody else has to decide on it.',
  'refusal.approval.expired':
    'This request is too old to be decided on. Ask for a new one: edit the campaign and submit it again.',
  'refusal.approval.already-decided':
    'This was {decision, select, approved {approved} rejected {rejected} other {decided}} already.',
  'refusal.approval.tampered':
    'What would be sent is not what was submitted. Nothing was approved; submit it again, and tell an admin.',
  'refusal.approval.no-reason': 'Say what should change.',
  'refusal.delivery.not-unconfirmed': 'That message is settled already. The card shows how.',
} as const;
