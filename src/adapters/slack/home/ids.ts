/** Buttons that Home answers itself. */
export const homeIds = { refresh: 'home.refresh', help: 'home.help' } as const;

/** Buttons that lead elsewhere; whoever owns the feature answers them. The value is the campaign's id. */
export const linkIds = {
  newCampaign: 'campaigns.new',
  showCampaign: 'campaigns.show',
  resumeDraft: 'campaigns.resume-draft',
  reviewApproval: 'campaigns.show',
  importContacts: 'contacts.import',
  /** The value is a view of the list. */
  listContacts: 'contacts.open-list',
  dailyReport: 'reports.daily',
} as const;
