export const contactRecovery = {
  'refusal.contacts.import-changed':
    'Other lists were imported or undone since these numbers of *{file}* were counted. They are counted anew now: look at the new numbers in your messages with this app, and confirm again there.',
  'refusal.contacts.import-counting':
    'The numbers of *{file}* are being counted right now. They come in a moment: look at them, and confirm again.',
  'refusal.contacts.scrub-date':
    'That day does not exist. Give the day on which the list was compared with its registry as yyyy-mm-dd.',
  'refusal.bulk.undo-newer-first':
    'A later action changed the same contacts: {action, select, segment {segment} tag {tag set} other {tag removed}} *{word}*, by <@{by}>. Undo that one first, then this one: so everybody gets back what they had. Nothing was changed.',
  'contacts.undo.kept':
    '{n, plural, one {# contact stays, because they wrote to us or were edited since} other {# contacts stay, because they wrote to us or were edited since}}',
  'contacts.undo.stays': 'Whoever wrote to us or was edited since stays.',
  'contacts.undo.working':
    'The import of *{file}* is being undone: all of it, or nothing. A long list takes up to a minute; the result comes here.',
  'refusal.validation.stopped-by-you':
    'You stopped this check. What was checked is kept; start a new one for the rest.',
} as const;
