import { chance, type Odds } from './odds.ts';

const answersPt = [
  'Oi! Quanto fica pra 2 adultos e 1 criança?',
  'Tem voo saindo de Hartford?',
  'Sim, tenho interesse. Me liga amanhã?',
  'SIM',
  'Qual o valor com bagagem despachada?',
  'Quero saber mais sobre as datas de dezembro',
  'Vocês parcelam no cartão?',
  'Tem voo direto, sem parada?',
  'Preço bom! Ainda tem vaga?',
  'Oi, pode me mandar por aqui mesmo as opções?',
  'Estou querendo ir pra Goiânia em março 🙏',
  'Obrigada! Vou ver com meu marido e te falo',
] as const;
const answersEn = [
  'Hi, how much for two people?',
  'Is this price round trip?',
  'YES',
  'Do you have anything from Orlando in January?',
  'Is it nonstop?',
  'Can someone call me about this?',
  'What about a stopover in Miami?',
  'Thanks! Let me check with my wife',
] as const;
const optOutsPt = [
  'PARE',
  'Pare',
  'SAIR',
  'pare por favor',
  'STOP',
  'Quero sair da lista',
  'me tira dessa lista',
];
const optOutsEn = ['STOP', 'Stop', 'Please stop texting me', 'unsubscribe', 'Remove me', 'stop'];

const looksPortuguese = (text: string): boolean =>
  /\b(oi|ol[aá]|voc[eê]|passage(m|ns)|viage(m|ns)|responda|pre[cç]os?|voos?|brasil|pare|sair)\b/i.test(
    text,
  );

/** What a simulated person answers to a delivered text; null for most. `nth`: texts they got so far. */
export function answerTo(
  odds: Odds,
  { seed, phone, body, nth }: { seed: string; phone: string; body: string; nth: number },
): string | null {
  const roll = chance(seed, 'answer', phone, nth);
  const portuguese = looksPortuguese(body);
  if (roll < odds.optOuts) return pick(portuguese ? optOutsPt : optOutsEn, seed, phone, nth);
  if (roll < odds.optOuts + odds.replies) {
    return pick(portuguese ? answersPt : answersEn, seed, phone, nth);
  }
  return null;
}

function pick(texts: readonly string[], ...parts: (string | number)[]): string {
  return texts[Math.floor(chance('text', ...parts) * texts.length)] ?? 'Ok';
}

const stopWords = new Set('stop stopall unsubscribe cancel end quit revoke optout'.split(' '));
const startWords = new Set(['start', 'unstop', 'yes']);
const helpWords = new Set(['help', 'info']);

/** Twilio's own reading of a text: a single English word, nothing else (default lists since 2025-04-29). */
export function carrierKeyword(text: string): 'STOP' | 'START' | 'HELP' | null {
  const word = text.trim().toLowerCase();
  if (stopWords.has(word)) return 'STOP';
  if (startWords.has(word)) return 'START';
  return helpWords.has(word) ? 'HELP' : null;
}

export const carrierAnswers = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const;
