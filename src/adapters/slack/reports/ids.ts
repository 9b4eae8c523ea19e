export const reportIds = {
  /** The button on App Home. */
  daily: 'reports.daily',
  notice: 'reports.notice',
} as const;
