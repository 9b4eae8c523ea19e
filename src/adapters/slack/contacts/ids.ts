export const contactIds = {
  openImport: 'contacts.import',
  importForm: 'contacts.import-form',
  confirmImport: 'contacts.confirm-import',
  attestForm: 'contacts.attest-form',
  openMapping: 'contacts.open-mapping',
  mappingForm: 'contacts.mapping-form',
  cancelImport: 'contacts.cancel-import',
  rejects: 'contacts.rejects',
  startValidation: 'contacts.start-validation',
  stopValidation: 'contacts.stop-validation',
} as const;
