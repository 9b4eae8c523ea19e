import type { ReadableText } from './normalise.ts';
import { phrases } from './phrase.ts';
import { asOptOutWord, fillerWords } from './word-list.ts';

const travelWords =
  /(?<![^ ])(?:flights?|fly|flying|hotels?|trips?|bookings?|booked|book|reservations?|tickets?|tours?|cruises?|airlines?|seats?|bags?|bag|luggage|insurance|itinerary|travel\w*|vacations?|airport|transfers?|rooms?|orders?|package|dates?|voos?|hotel|hoteis|passage(?:m|ns)|viage(?:m|ns)|viaj\w+|reservas?|bilhetes?|pacotes?|malas?|bagage(?:m|ns)|seguro|assento|aeroporto|passageir\w+|excurs\w+|taxas?|waitlist|breakfast|diarias?|poltrona|onibus|estacionamento|shuttle|cruzeiros?|passeios?|vuelos?|viajes?|boletos?|reserva(?:cion|ciones)|pedido|compra|ida|volta|escalas?|conexao|wait ?list|brazil|brasil|miami|orlando|lisboa|cancun)(?![^ ])/;

/** About a journey or a booking, where "cancel", "remove" and "stop" have their everyday sense. */
export const speaksOfTravel = (text: string): boolean =>
  travelWords.test(text.replace(noTravel, ' ').replace(tradeOfTravel, ' '));

/** "I don't travel anymore", "não viajo", "moro no Brasil". */
const noTravel =
  /(?<![^ ])(?:dont|doesnt|didnt|do not|does not|not|no longer|never|cant|nao|n|nunca|ya no|no)(?: \S+)? (?:travel\w*|fly|flying|viaj\w+|vacations?|trips?|viage(?:m|ns)|viajes?)(?![^ ])|(?<![^ ])(?:moro|morando|mudei|voltei|vivo|live|living|moved)(?: \S+){0,3} (?:brazil|brasil|miami|orlando|lisboa)(?![^ ])/g;
/** The sender's trade, and not a journey. */
const tradeOfTravel =
  /(?<![^ ])(?:travel|trips?|flights?|hotel|vacation|viage(?:m|ns)|passagens) (?:agen\w+|deals?|offers?|texts?|messages?|company|people|spam|promo\w*|alerts?|ads?|group)(?![^ ])/g;

/** "Stop it, that's too cheap": teasing, by somebody who likes the price. */
export const isDelight = ({ whole, question }: ReadableText): boolean =>
  (question &&
    /^(?:omg |gente )?(?:shut up|cala a boca|para tudo|stop(?: it)?) (?:really|serious|no way|serio|mentira|how much|quanto)/.test(
      whole,
    )) ||
  /(?<![^ ])(?:stop(?: it)?|shut up|get out(?: of here)?)(?: and)? (?:\S+ ){0,3}(?:cheap|take my money|book (?:me|it|us)|want to go|sign me up for|i love|i want it)(?![^ ])/.test(
    whole,
  );

/** Orders that leave no doubt when they are all that a sentence says ("…your number? delete it"). */
const orders = new Set(
  (
    'stop unsubscribe optout revoke remove delete erase cease desist pare parem parar sair ' +
    'remover remova remove removam descadastrar tira tire tirem tirar retira retire retirem apaga ' +
    'apague apaguem apagar exclui exclua excluam excluir deleta delete deletem deletar paren ' +
    'borren borrar reported eliminen quitenme saquenme basta enough stopit desinscrever chega blocked blocking reporting bloqueado bloqueada bloqueando bloqueei denunciado denunciada denunciando reportado spam block'
  ).split(' '),
);

/** Displeasure with a price or a service, not with being written to. */
const upset =
  'absurdo|caramba|cacete|abuso|ridiculo|ridiculous|insane|annoying|irritating|rude|unprofessional|irritante|chat[oa]s?|insuportavel|que saco|wtf|what the (?:hell|fuck)|horrivel|too (?:often|much)';
const ofBusiness =
  'prices?|cheap|barat\\w+|fees?|fares?|cost|expensive|airlines?|airport|staff|agents?|attendant|delay\\w*|wait\\w*|service|website|flight|hotel|precos?|valor\\w*|taxas?|car[oa]s?|atend\\w+|demora\\w*|fila|voo|companhia|site|moco|moca|espera\\w*';
export const complaints = phrases({ upset, business: ofBusiness }, [
  '(?:{upset})(?: \\S+){0,4} (?:{business})',
  '(?:{business})(?: \\S+){0,4} (?:{upset})',
]);

/** "Tira daí", "podem apagar". */
const besideOrders = new Set(['esse', 'o', 'pode', 'podem', 'dai', 'daqui', 'can', 'you']);

/** One sentence among others is nothing but the order. */
export function hasBareOrder(clauses: readonly string[], { question }: ReadableText): boolean {
  if (question && clauses.length < 2) return false;
  return clauses.some((clause, at) => {
    const content = clause
      .split(' ')
      .filter((word) => word !== '' && !fillerWords.has(word) && !besideOrders.has(word));
    // "…, para" ends a text only as a verb; between other words it is the preposition.
    if (content.length === 0) return false;
    if (at > 0 && at === clauses.length - 1 && !question && content.join(' ') === 'para')
      return true;
    return content.every((word) => orders.has(word) || orders.has(asOptOutWord(word) ?? ''));
  });
}

const groups = {
  /** Turned against something, or tired of it. */
  against:
    'no|not|dont|doesnt|didnt|wont|cant|never|nothing|none|neither|stop\\w*|quit|cease|end|ending|without|less|fewer|enough|tired|sick|hate|hating|annoy\\w*|bother\\w*|unwanted|unsolicited|uninvited|remove\\w*|delete|block\\w*|refuse|avoid|why|mistake|nao|nem|n|nunca|jamais|nenhuma?|sem|para|pare|parem|chega|basta|cansei|cansad[oa]|farto|farta|odeio|detesto|chat[oa]s?|incomod\\w+|enche\\w*|tir\\w+|sair|sai|dispenso|engano|errad[oa]|ningun\\w*|sin|basta|hart[oa]|odio|molest\\w+|salir',
  /** Being written to. */
  contact:
    'text(?:s|ed|ing)?|txts?|txting|messag\\w+|msgs?|msging|sms|spam\\w*|mailing|marketing|junk|solicit\\w+|contacted|contacting|mensage[mn]s?|mensaj\\w+|propagandas?|publicidade?|telemarketing|divulga\\w+|torpedos?|list|lista|anuncios?|ads?|notifica\\w+',
};

/** Talk about a message that has nothing against it: lost, unread, unanswered, not understood. */
const harmless = phrases(groups, [
  '(?:get|got|getting|receive|received|see|saw|seen|read|open|opened|opening|load|find|found|answer|answered|reply|replied|respond\\w*|understand|understood|come|came|arrive|arrived|notice|noticed|check|checked|miss|missed|miss(?:ing)?|hear|heard|mean|meant|finish)(?: (?:to|any|a|the|your|ur|my|that|this|last|you|back|from|of|other))* (?:{contact})(?: .*)?',
  '(?:li|lendo|ler|lido|vi|ver|visto|recebi|receber|recebeu|chegou|chegaram|chegando|abre|abriu|abrir|entendi|entender|respondi|responder|consegui|consigo|encontrei|achei|carrega|carregou|escutei|ouvi|apaguei|leu|deu|vejo|leio)(?: (?:a|as|o|os|sua|suas|seu|tua|essa|esse|nenhuma?|direito|de|para|pra|mais|por|ainda|sobre|na|no))* (?:{contact})(?: .*)?',
  '(?:{contact})(?: (?:that|which|you|i|is|was|did|does|just|has|had|to|sua|que|ainda|de|e|es|eu|a|so))* (?:not|didnt|doesnt|dont|wont|never|nao|n) (?:come|came|arrive\\w*|load\\w*|open\\w*|show\\w*|go|send|sent|work\\w*|deliver\\w*|abre|abriu|chegou|chega|carrega\\w*|foi|enviou|entendi|vi|li|recebi)(?: .*)?',
  '(?:waiting|wait|waitlist|waiting list|price|passenger|packing|guest|bucket|wish|to do|shopping|cast|standby|espera|de espera|de precos?|de passageiros?|de presentes?|de compras) ?lista?(?: .*)?|lista de (?!transmiss|contat|mensag|promo|oferta|e ?mail|envio|propag)\\S+|list of \\S+',
  '(?:{contact})(?: \\S+){0,2} (?:nao|n|not|didnt|dont|cant) (?:entend\\S*|understand\\S*|compreend\\S*)(?: .*)?',
  '(?:no problem|no worries|sem problemas?|nao tem problema|why not|por ?que nao|not only|nao so|se nao|if not|or not|ou nao|nao e|why dont)',
  '(?:{contact}) (?:and drive|while driving)|(?:no|dont have|without|sem|nao tenho) (?:signal|sinal|whatsapp|credito|internet)(?: .*)?',
  '(?:text|message|msg) (?:me|you|him|her|them|back|u) (?:back|later|soon|when|tomorrow|tonight|if|the|a|with|your|more|after|once)(?: .*)?',
]);

/**
 * The net under the phrases: somebody turns against being written to in words that no phrase
 * foresaw. Such a text is held for a person to read, since a missed opt-out is a violation.
 */
const turnsAgainst = phrases(groups, [
  '(?:{against})(?: \\S+){0,5} (?:{contact})',
  '(?:{contact})(?: \\S+){0,2} (?:nao|chega|basta|never|stop|annoying|ridicul\\S+|demais|parem|pare|sucks?|chat[oa]s?|errad[oa])',
]);

export function seemsAgainstContact(clauses: readonly string[]): boolean {
  return clauses.some((clause) => {
    const left = harmless.reduce((text, pattern) => text.replace(pattern, '|'), clause);
    return turnsAgainst.some((pattern) => pattern.test(left));
  });
}
