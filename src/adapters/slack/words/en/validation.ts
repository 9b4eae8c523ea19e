export const validation = {
  'refusal.validation.provider-unavailable':
    'The number check ({provider}) does not answer right now. It goes on by itself; nothing was charged twice.',
  'refusal.validation.provider-refused':
    'The number check ({provider}) refuses our key. Ask an admin to check it, then start again; what was checked already is kept.',
  'refusal.validation.nothing-to-check':
    'Every number of this selection was checked in the last 90 days. Choose others.',
  'refusal.validation.plan-changed':
    'There are now {count, number} numbers to check, for at most US$ {cost}: more than you agreed to. Look at the new figures and confirm again.',
  'refusal.validation.batch-unknown':
    'This check no longer exists. Start a new one with `/contacts validate`.',
  'refusal.validation.batch-busy':
    'This check is being worked on right now. Try again in a minute.',
  'refusal.validation.budget-reached':
    'The agreed budget is used up. What was checked is kept; start a new check for the rest.',
  'refusal.validation.stopped':
    'Somebody stopped this check. What was checked is kept; start a new one for the rest.',
} as const;
