import type { fly as en } from '../en/fly.ts';

export const fly: Record<keyof typeof en, string> = {
  'fly.help.dashboard': 'O que está em andamento, o que espera por você e o que existe.',
  'fly.help.team': 'Administradores: quem tem qual papel; com uma pessoa e um papel, muda o papel.',
  'fly.help.others':
    'Também: `/contacts` importa e encontra pessoas, `/campaign` cria e conduz campanhas, `/compliance` diz o que a lei permite, `/report` mostra resultados. Cada um responde a `help`. A aba *Início* deste aplicativo é o painel.',
  'fly.help.admins': '{n, plural, one {Quem dá os papéis é} other {Quem dá os papéis são}}',
  'fly.team.title': 'A equipe',
  'fly.team.line':
    '{user} — {role, select, viewer {leitor} operator {operador} approver {aprovador} other {administrador}}',
  'fly.team.nobody': 'Ninguém tem um papel ainda.',
  'fly.team.more':
    'Os primeiros {shown, number} de {total, number}. Para os demais: `/fly team @pessoa papel`.',
  'fly.team.add': 'Adicionar pessoa',
  'fly.team.hint':
    'Leitor lê, operador cria rascunhos e importa, aprovador aprova o que outros fizeram, administrador dá papéis.',
  'fly.team.form-title': 'Papel de uma pessoa',
  'fly.team.form-submit': 'Salvar papel',
  'fly.team.form-person': 'Pessoa',
  'fly.team.form-role': 'Papel',
  'fly.team.changed':
    '{user} agora {role, select, viewer {é leitor} operator {é operador} approver {é aprovador} admin {é administrador} other {não tem papel}}.',
};
