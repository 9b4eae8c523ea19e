import type { conversations as en } from '../en/conversations.ts';

export const conversations: Record<keyof typeof en, string> = {
  'conversations.title':
    '*{count, plural, one {Uma pessoa respondeu} other {# pessoas responderam}}*',
  'conversations.nobody': 'Fora dos contatos',
  'conversations.who': '*{name}* {phone} · {channel, select, whatsapp {WhatsApp} other {SMS}}',
  'conversations.about': 'sobre *{campaign}*',
  'conversations.about-nothing': 'não responde a uma campanha',
  'conversations.no-text': '(sem texto: talvez uma imagem)',
  'conversations.said': '“{text}”',
  'conversations.unclear':
    'Algumas destas podem ser pedidos para sair: o que esperava na fila para essas pessoas fica retido até alguém ler e escolher.',
  'conversations.is-opt-out': 'É um pedido para sair',
  'conversations.no-opt-out': 'Não é pedido para sair',
  'conversations.no-opt-out.of': 'Não é pedido para sair: {phone}',
  'conversations.decided':
    '{label, select, opt_out {*Pedido para sair*} other {*Não é pedido para sair*}}, diz {by}, {at}',
  'conversations.is-out': '*Descadastrada*: nada mais é enviado a este número.',
  'conversations.kept':
    'A resposta de {phone} não é pedido para sair. O que estava retido continua.',
  'conversations.opt-out': 'Descadastrar',
  'conversations.opt-out.of': 'Descadastrar {phone}',
  'conversations.opt-out.title': 'Descadastrar esta pessoa?',
  'conversations.opt-out.text':
    '{phone} não receberá mais marketing por SMS, WhatsApp ou voz. Só a própria pessoa pode desfazer isso, escrevendo START.',
  'conversations.opt-out.deny': 'Voltar',
  'conversations.opted-out': '{phone} foi descadastrado de tudo. Nada mais será enviado.',
  'conversations.opted-out-before':
    '{phone} já estava descadastrado. Nada é enviado para esse número.',
  'refusal.conversations.decided': 'Alguém já decidiu sobre esta resposta. A mensagem mostra como.',
  'refusal.conversations.gone':
    'Esta resposta não existe mais. Use `/compliance suppress` com o número.',
};
