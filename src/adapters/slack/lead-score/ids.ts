export const scoreIds = {
  edit: 'contacts.score-edit',
  form: 'contacts.score-form',
  saveForm: 'contacts.score-save',
} as const;
