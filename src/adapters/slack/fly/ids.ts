export const teamIds = {
  /** The role of one person, chosen in the list; the suffix is the person. */
  setRole: 'team.set-role',
  openForm: 'team.open-form',
  form: 'team.form',
} as const;
