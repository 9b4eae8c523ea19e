export const team = {
  'team.role':
    '{role, select, viewer {viewer} operator {operator} approver {approver} admin {admin} other {no role}}',
  'refusal.team.no-role':
    'You have no role in this app yet. Ask one of its admins to run `/fly team` and add you.',
  'refusal.team.needs-role':
    'This needs the role *{role, select, viewer {viewer} operator {operator} approver {approver} other {admin}}*, and yours is *{held, select, viewer {viewer} operator {operator} approver {approver} other {admin}}*. Ask an admin to change it with `/fly team`.',
  'refusal.team.unknown-role':
    'There is no role *{role}*. Choose viewer, operator, approver, admin or none.',
  'refusal.team.choose-role': 'Choose viewer, operator, approver, admin or none.',
  'refusal.team.choose-person': 'Choose a person of this workspace.',
  'refusal.team.unknown-person':
    'This workspace does not know that person. Choose somebody from the list.',
  'refusal.team.excluded':
    '*{name}* {exclusion, select, deactivated {is deactivated in Slack} bot {is a bot} guest {is a guest here} other {belongs to another workspace}} and cannot have a role. Choose a full member of this workspace.',
  'refusal.team.last-admin': 'This is the last admin. Make somebody else an admin first.',
  'refusal.team.directory': 'Slack does not tell us who you are right now. Try again in a minute.',
} as const;
