// biome-ignore format: a list of texts
export const optIns = [
  'START', 'start', 'Start.', 'START!', 'Start please', 'yes start', 'UNSTOP', 'unstop', 'subscribe', 'SUBSCRIBE', 'Subscribe me', 'resubscribe', 'sign me up', 'Sign me up again please', 'opt in', 'opt me back in', 'OPTIN', 'join', 'JOIN', 'add me back to the list',
  'Put me back on the list please', 'start texting me again', 'you can start sending messages again', 'I want to receive your offers', 'text me again', 'restart', 'resume', 'VOLTAR', 'voltar', 'Voltar!', 'INICIAR', 'iniciar', 'COMEÇAR', 'Começar', 'comecar', 'inscrever', 'quero me inscrever', 'me inscreve de novo',
  'quero voltar a receber', 'Quero voltar a receber as mensagens', 'quero receber as promoções', 'quero receber mensagens de novo', 'pode voltar a mandar mensagem', 'me coloca de volta na lista', 'me adiciona na lista', 'quero entrar na lista', 'reativar', 'suscribirme', 'quiero volver a recibir mensajes', 'quiero recibir ofertas',
] as const;

// biome-ignore format: a list of texts
export const helps = [
  'HELP', 'help', 'Help!', 'help please', 'HELP ME', 'please help', 'INFO', 'info', 'Info.', 'info please', 'I need help', 'need help', 'can you help me?', 'AJUDA', 'ajuda', 'Ajuda!', 'ajuda por favor', 'preciso de ajuda', 'Preciso de ajuda!', 'me ajuda', 'me ajuda por favor', 'pode me ajudar?', 'AYUDA', 'ayuda por favor', 'necesito ayuda', 'hlp', 'Oi, ajuda', 'socorro', 'Help?', 'I want help',
] as const;

/** A person should read these: an opt-out word, or displeasure, in a text that may mean something else. */
// biome-ignore format: a list of texts
export const unclears = [
  '', '   ', '👎', 'cancel my flight', 'Cancel my reservation', 'I need to cancel my trip', 'please cancel my booking for July', 'quero cancelar minha passagem', 'Cancela minha reserva', 'preciso cancelar a viagem', 'quiero cancelar mi vuelo', 'How did you get my number?', 'who gave you my number?', 'como vocês conseguiram meu número?',
  'Why are you texting me?', 'por que estão me mandando mensagem?', 'too many messages', 'muitas mensagens', "don't text me at night", 'Don’t call me now, I’m at work', 'Não me liga agora, estou no trabalho', "Don't call, just text me", 'forget it', 'Esquece', 'not interested in Orlando but what about Lisbon?', 'Não tenho interesse em Orlando, tem Lisboa?',
  'Not interested right now, maybe in the summer', 'que saco', 'annoying', 'how did you find this number', 'my mother passed away', 'minha mãe faleceu', 'If I reply STOP will I lose my booking?', 'I unsubscribed by mistake, add me back', 'wtf',
  'Count me out', 'Não sou o João', 'de onde vocês têm meu contato?', 'every day?', 'less messages please', 'menos mensagens por favor', "I'm out", 'não aceito', 'desisto',
] as const;
