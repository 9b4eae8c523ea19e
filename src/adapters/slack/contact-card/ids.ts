/** Names Slack echoes back to us. `open` takes a contact's id, from wherever a person is named. */
export const cardIds = {
  open: 'contacts.card',
  which: 'contacts.which',
  card: 'contacts.card-view',
  tab: 'contacts.card-tab',
  edit: 'contacts.card-edit',
  editForm: 'contacts.edit-form',
  optOut: 'contacts.card-opt-out',
  optIn: 'contacts.card-opt-in',
  optInForm: 'contacts.opt-in-form',
  forget: 'contacts.card-forget',
} as const;
