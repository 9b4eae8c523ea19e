import type { conversations as en } from '../en/conversations.ts';

export const conversations: Record<keyof typeof en, string> = {
  'conversations.title':
    '*{count, plural, one {Uma pessoa respondeu} other {# pessoas responderam}}*',
  'conversations.nobody': 'Fora dos contatos',
  'conversations.who': '*{name}* {phone} · {channel, select, whatsapp {WhatsApp} other {SMS}}',
  'conversations.about': 'sobre *{campaign}*',
  'conversations.about-nothing': 'não responde a uma campanha',
  'conversations.no-text': '(sem texto: talvez uma imagem)',
  'conversations.unclear':
    ':raised_hand: Pode ser um pedido para sair. O que esperava na fila para esta pessoa foi retirado. Leia e descadastre a pessoa, se for isso que ela quis dizer.',
  'conversations.opt-out': 'Descadastrar',
  'conversations.opt-out.of': 'Descadastrar {phone}',
  'conversations.opt-out.title': 'Descadastrar esta pessoa?',
  'conversations.opt-out.text':
    '{phone} não receberá mais marketing por SMS, WhatsApp ou voz. Só a própria pessoa pode desfazer isso, escrevendo START.',
  'conversations.opt-out.deny': 'Voltar',
  'conversations.opted-out': '{phone} foi descadastrado de tudo. Nada mais será enviado.',
  'conversations.opted-out-before':
    '{phone} já estava descadastrado. Nada é enviado para esse número.',
  'refusal.conversations.gone':
    'Esta resposta não existe mais. Use `/compliance suppress` com o número.',
};
