export const contactIds = {
  openImport: 'contacts.import',
  importForm: 'contacts.import-form',
  confirmImport: 'contacts.confirm-import',
  attestForm: 'contacts.attest-form',
  openMapping: 'contacts.open-mapping',
  mappingForm: 'contacts.mapping-form',
  cancelImport: 'contacts.cancel-import',
  rejects: 'contacts.rejects',
  findPage: 'contacts.find-page',
  startValidation: 'contacts.start-validation',
  stopValidation: 'contacts.stop-validation',
} as const;
