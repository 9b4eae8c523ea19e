/** Names Slack echoes back to us. */
export const bulkIds = {
  begin: 'contacts.bulk-begin',
  form: 'contacts.bulk-form',
  review: 'contacts.bulk-review',
  campaignForm: 'contacts.bulk-campaign-form',
  campaignReview: 'contacts.bulk-campaign-review',
  validateReview: 'contacts.bulk-validate-review',
  undo: 'contacts.bulk-undo',
  file: 'contacts.bulk-file',
} as const;

/** What the menu offers; two of them belong to other features. */
export const bulkChoices = [
  'segment',
  'tag',
  'untag',
  'campaign',
  'validate',
  'export',
  'opt-out',
] as const;
export type BulkChoice = (typeof bulkChoices)[number];
