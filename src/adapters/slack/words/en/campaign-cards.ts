export const campaignCards = {
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
  'campaigns.follow-ups': 'Follow-ups',
  'campaigns.follow-ups-so-far': '{sent, number} sent, {waiting, number} waiting',
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
  'campaigns.paused-breaker-filtered': ': carriers take too many of its messages for spam',
  'campaigns.paused-breaker-failures': ': too many of its messages do not arrive',
  'campaigns.paused-breaker-opt-outs': ': too many people opt out',
  'campaigns.paused-breaker-region': ': a country of the list is not switched on for our account',
  'campaigns.breaker-next-filtered':
    'Change the text, or check the sender’s registration, before it is resumed',
  'campaigns.breaker-next-failures':
    'Check where the list comes from, and validate it, before it is resumed',
  'campaigns.breaker-next-opt-outs': 'Look at the text, and at who gets it, before it is resumed',
  'campaigns.breaker-next-region': 'Switch it on at the carrier before it is resumed',
  'campaigns.breaker-figures': '({n, number} of the last {of, number}: {percent})',
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
  'campaigns.thread-killed': '{at} · {by} stopped all sending{reason}.',
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
  'campaigns.attested-rest':
    'And of {people, plural, one {# person} other {# people}} on the word of {imports, plural, one {# other import} other {# other imports}}.',
  'campaigns.budget-warns': '({budget} is only a warning)',
  'campaigns.budget-daily': 'at most {daily} per day',
  'campaigns.approve-named': 'Approve {name}',
  'campaigns.reject-named': 'Reject {name}',
  'campaigns.who-may':
    '{n, plural, =0 {Nobody is left who may: an admin can give one more person the role approver with `/fly team`.} other {That can be {who}.}}',
  'campaigns.already-decided':
    '{by} {decision, select, approved {approved} rejected {rejected} other {decided on}} this already, {at}.',
  'campaigns.edit': 'Edit campaign',
  'campaigns.edit-named': 'Edit {name}',
  'campaigns.edit-title': 'Edit this campaign?',
  'campaigns.edit-confirm':
    'With your first change the request or approval is void. It has to be submitted and approved again.',
  'campaigns.unkill': 'Let sending go on',
  'campaigns.unkill-title': 'Let everything go on?',
  'campaigns.unkill-confirm':
    'Every campaign that is running sends again, within its hours and budget.',
  'campaigns.unconfirmed-show': 'Show unconfirmed',
  'campaigns.unconfirmed-none': 'No message of *{name}* is unconfirmed.',
  'campaigns.unconfirmed-title':
    '*{name}*: {n, plural, one {# message is} other {# messages are}} unconfirmed. The carrier was called, but its answer was lost.',
  'campaigns.unconfirmed-line': '{phone} · {name} · {at}\n{text}',
  'campaigns.unconfirmed-more': '{shown, number} of {n, number} shown, the oldest first.',
  'campaigns.unconfirmed-note':
    'For half an hour the app looks for a trace by itself. “Close” leaves it at that: nothing is sent, the money counts as spent.',
  'campaigns.send-again': 'Send again',
  'campaigns.send-again-to': 'Send again to {phone}',
  'campaigns.send-again-title': 'Send it again?',
  'campaigns.send-again-confirm':
    'The first one may have arrived: {phone} may get it twice. This is written to the audit log.',
  'campaigns.close-unconfirmed': 'Close',
  'campaigns.close-unconfirmed-to': 'Close the message to {phone}',
} as const;
