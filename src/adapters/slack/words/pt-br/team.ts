import type { team as en } from '../en/team.ts';

export const team: Record<keyof typeof en, string> = {
  'team.role':
    '{role, select, viewer {leitor} operator {operador} approver {aprovador} admin {administrador} other {sem papel}}',
  'refusal.team.no-role':
    'Você ainda não tem um papel neste aplicativo. Peça a um administrador que use `/fly team` e adicione você.',
  'refusal.team.needs-role':
    'Isto exige o papel de *{role, select, viewer {leitor} operator {operador} approver {aprovador} other {administrador}}*, e o seu é *{held, select, viewer {leitor} operator {operador} approver {aprovador} other {administrador}}*. Peça a um administrador que mude com `/fly team`.',
  'refusal.team.unknown-role':
    'Não existe o papel *{role}*. Escolha viewer, operator, approver, admin ou none.',
  'refusal.team.choose-role': 'Escolha viewer, operator, approver, admin ou none.',
  'refusal.team.choose-person': 'Escolha uma pessoa deste workspace.',
  'refusal.team.unknown-person': 'Este workspace não conhece essa pessoa. Escolha alguém da lista.',
  'refusal.team.excluded':
    '*{name}* {exclusion, select, deactivated {está com a conta desativada no Slack} bot {é um robô} guest {é convidado aqui} other {é de outro workspace}} e não pode ter um papel. Escolha um membro pleno deste workspace.',
  'refusal.team.last-admin':
    'Este é o último administrador. Torne outra pessoa administradora antes.',
  'refusal.team.directory':
    'O Slack não nos diz quem você é neste momento. Tente de novo em um minuto.',
};
