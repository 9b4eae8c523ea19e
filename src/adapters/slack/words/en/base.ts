export const base = {
  'base.broken':
    'Something broke on our side. Reference `{reference}`: give it to an admin if it happens again.',
  'base.loading-title': 'One moment',
  'base.loading': 'Working on it…',
  'base.done-title': 'Done',
  'base.done': 'Done. You can close this window.',
  'base.error-title': 'That did not work',
  'base.close': 'Close',
  'base.cancel': 'Cancel',
  'base.back': 'Back',
  'base.not-now': 'Not now',
  'base.outdated-button':
    'This button belongs to an older version of the app. Open `/fly` and start from there.',
  'base.outdated-form':
    'This form belongs to an older version of the app. Open `/fly` and start from there.',
  'base.unknown-word': '`{command} {word}` is not something I know.',
  'base.nearest': 'Did you mean `{command} {nearest}`?',
  'base.help-title': 'What {command} can do',
  'base.help-hint': 'Type a command anywhere in Slack, for example `{example}`.',
  'base.shown-only-to-you': 'Only you can see this.',
  'base.previous-page': 'Previous page',
  'base.next-page': 'Next page',
  'refusal.form.metadata': 'This form has forgotten what it was about. Close it and open it again.',
  'refusal.form.too-late':
    'That took too long, so Slack does not open the window any more. Nothing was changed: do it once more.',
  'refusal.invalid': 'Something in this request is not valid. Check it and try again.',
  'refusal.not-found': 'This no longer exists. Open `/fly` to see what there is now.',
  'refusal.forbidden': 'You may not do this. Ask an admin of the app (`/fly help` says who).',
  'refusal.conflict':
    'This was changed in the meantime. Open it again and look at its present state.',
  'refusal.unavailable': 'A service we need does not answer right now. Try again in a minute.',
} as const;
