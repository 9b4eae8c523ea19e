export const fly = {
  'fly.help.dashboard': 'What runs, what waits for you, and what there is.',
  'fly.help.team': 'Admins: who has which role; with a person and a role, changes it.',
  'fly.help.others':
    'Also: `/contacts` imports and finds people, `/campaign` creates and runs campaigns, `/compliance` says what the law allows, `/report` shows results. Each answers `help`. The *Home* tab of this app is the dashboard.',
  'fly.help.admins': '{n, plural, one {Roles are given by} other {Roles are given by}}',
  'fly.team.title': 'The team',
  'fly.team.line':
    '{user} — {role, select, viewer {viewer} operator {operator} approver {approver} other {admin}}',
  'fly.team.nobody': 'Nobody has a role yet.',
  'fly.team.more':
    'The first {shown, number} of {total, number}. For the others: `/fly team @person role`.',
  'fly.team.add': 'Add a person',
  'fly.team.hint':
    'A viewer reads, an operator drafts and imports, an approver approves what others made, an admin gives roles.',
  'fly.team.form-title': 'Role of a person',
  'fly.team.form-submit': 'Save role',
  'fly.team.form-person': 'Person',
  'fly.team.form-role': 'Role',
  'fly.team.changed':
    '{user} is now {role, select, viewer {a viewer} operator {an operator} approver {an approver} admin {an admin} other {without a role}}.',
} as const;
