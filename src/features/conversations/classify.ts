import { asksForHelp } from './help.ts';
import type { Label } from './label.ts';
import { doubts, keeps, limits, optOuts, orders, otherSenses, refusals } from './meanings.ts';
import { type ReadableText, readText } from './normalise.ts';
import { optInPhrases } from './opt-in-phrases.ts';
import { matchesAny, without } from './phrase.ts';
import { soundsLikeOptOut } from './second-opinion.ts';
import {
  complaints,
  hasBareOrder,
  isDelight,
  seemsAgainstContact,
  speaksOfTravel,
} from './signals.ts';
import {
  asOptOutWord,
  fillerWords,
  imperativeWords,
  optInWords,
  optOutWords,
  tripWords,
  weakWords,
} from './word-list.ts';

/**
 * What a person's text asks of us, in English, Portuguese or Spanish. Pure.
 *
 * "Any reasonable means" revokes consent (47 CFR 64.1200(a)(10)), so a plain request in anybody's
 * own words acts at once; where a text may be one or may be about a trip, `unclear` holds it for a
 * person. A bare refusal ("not interested", "não tenho interesse") counts as an opt-out: a wrong
 * one is undone with START, a missed one is a violation. An offer declined with thanks is a reply.
 */
export function classify(anyText: string): Label {
  const text = anyText.slice(0, longestRead);
  if (isReaction(text)) return 'reply';
  const read = readText(withoutOurFooter(text));
  if (read.words.length === 0) return byEmoji(read);
  const optOut = readOptOut(read);
  const optIn = asksIn(read);
  if (optIn && optOut !== null) return 'unclear';
  if (optOut === 'opt_out' && isDelight(read)) return 'unclear';
  if (optOut !== null) return optOut;
  if (optIn) return 'opt_in';
  if (asksForHelp(read)) return 'help';
  return soundsLikeOptOut(read) ? 'unclear' : 'reply';
}

/** Twice what a phone can send. */
const longestRead = 4_000;

/** A phone that reacts to a message quotes it, our own opt-out words included. */
const isReaction = (text: string): boolean =>
  /^\s*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,12} to|removed an? .{1,20} from|gostou de|curtiu|adorou|amou|n[aã]o gostou de|riu de|deu risada de|enfatizou|questionou|reagiu .{1,12} a|le gust[oó]|le encant[oó]|(?:a )?.{0,40}reagiu com .{1,8} a)\s*[“"«:]/i.test(
    text,
  );

const withoutOurFooter = (text: string): string =>
  text.replace(
    /\b(?:reply|txt|responda|responde|envie|digite)\s+["'“]?(?:stop|pare|sair)(?:\s*\/\s*\w+)?["'”]?\s+(?:to|para|pra)\s+[^.!?\n]*[.!?]?/gi,
    ' ',
  );

const stopSigns = new Set(['🛑', '⛔', '🚫', '🖕', '🔕', '📵', '🚷']);
const displeased = new Set(['👎', '😡', '🤬', '😠', '🙅', '✋', '💩', '❌', '🙄']);

function byEmoji({ emoji, blank }: ReadableText): Label {
  if (emoji.some((one) => stopSigns.has(one))) return 'opt_out';
  if (blank || emoji.some((one) => displeased.has(one))) return 'unclear';
  return 'reply';
}

const emphasis =
  /(?<![^ ])(?:fucking|fuckin|fkn|fking|freaking|freakin|damn|dammit|goddamn|bloody|please|pls|plz|plss|plse|kindly|just|really|actually|the (?:hell|fuck|heck)|tf|por favor|pfv|pf|pfvr|porra|caralho|cacete|gentilmente|moc[oa]|gente|querid[oa]|amig[oa]|senhora?|bro|mano|dude|sir|maam|fuck(?! (?:off|you|u|ya|yall|ur|your|right|this)))(?![^ ])/g;
const plainly = (text: string): string => text.replace(emphasis, ' ').replace(/ +/g, ' ').trim();

/** `opt_out`, `unclear`, or null when nothing in it speaks of stopping. */
function readOptOut(read: ReadableText): 'opt_out' | 'unclear' | null {
  const asked = read.clauses.map((clause) => without(keeps, clause));
  const whole = asked.join(' ');
  const limited = matchesAny(limits, whole);
  // "TAKE. ME. OFF.": the marks part nothing.
  const broken = asked.every((clause) => clause.split(' ').length <= 2);
  const sentences = broken ? [whole, ...asked] : asked;
  if (saysOnlyStop(read, whole)) return 'opt_out';
  if (asksToStop(limited ? [without(limits, whole)] : sentences)) return 'opt_out';
  if (limited) return 'unclear';
  if (hasBareOrder(asked, read)) {
    const plain = asked.map(contentOf).some((words) => words.length > 0 && words.every(imperative));
    return plain || !speaksOfTravel(whole) ? 'opt_out' : 'unclear';
  }

  if (asked.some((clause) => matchesAny(orders, clause) && !speaksOfTravel(clause)))
    return 'opt_out';

  const parts = asked.map((clause) => without(otherSenses, clause));
  const rest = parts.join(' | ');
  if (commands(rest, parts, read)) return 'opt_out';
  if (read.emoji.some((one) => stopSigns.has(one)) && read.words.length <= 3) return 'opt_out';
  const refuses = matchesAny(refusals, whole);
  const doubtful = matchesAny(doubts, without(complaints, whole));
  if (refuses && (isOnlyRefusal(read) || refusesContact(read, whole))) return 'opt_out';
  const weak = contentOf(rest)
    .map(asOptOutWord)
    .filter((word) => weakWords.has(word ?? ''));
  const mayMeanTrip = (word: string | null) => tripWords.has(word ?? '') && speaksOfTravel(whole);
  if (!weak.every(mayMeanTrip)) {
    const fedUp = refuses || (doubtful && !speaksOfTravel(whole));
    return fedUp && !read.question ? 'opt_out' : 'unclear';
  }
  const held = refuses || doubtful || namesSomebodyElse(read);
  return held || seemsAgainstContact(parts) ? 'unclear' : null;
}

const asksToStop = (texts: readonly string[]): boolean =>
  [...texts, ...texts.map(plainly)].some((text) => matchesAny(optOuts, text));

/** "para" is mostly a preposition: it is a request only in such company. */
const onlyPara =
  /^(?:(?:oi|ei|ou|ok|nao|sim|gente|mano|cara|moco|moca|chega|porra|po|ah|ai|por favor|pfv|pf|tb|ja) )*(?:para|parra|paraa+)(?: (?:para|por favor|pf|pfv|pfvr|pfvor|favor|ja|ai|gente|mano|cara|moco|moca|porra|caralho|com|isso|chega|meu|poxa|logo|tudo|vcs?|voces?|pelo amor de deus|obrigad[oa]|ne|po|cacete|obg|obgd|vlw|valeu|brigad[oa]|com isso|com essa porra|de graca|de encher|bicho|fi|sos))*$/;

/** Nothing follows it, so it is the verb. */
const endsWithPara = ({ whole, words, question }: ReadableText): boolean =>
  !question &&
  words.length <= 8 &&
  /(?<! (?:vai|vou|ir|voo|onibus|onde|aviao|vamos|foi|fui|viajar|de|mudei|que|pro|ao|o|no|do|pelo))(?<=\S) para$/.test(
    ` ${whole}`,
  ) &&
  !speaksOfTravel(whole);

/** The whole text is an opt-out word, with courtesies at most. */
function saysOnlyStop(read: ReadableText, whole: string): boolean {
  if (onlyPara.test(read.whole) || endsWithPara(read)) return true;
  if (read.whole === 'no stop') return !read.question;
  const text = read.words.length > 1 ? without(otherSenses, whole) : whole;
  if (text.includes('|')) return false;
  const content = contentOf(text);
  return content.length > 0 && content.every((word) => asOptOutWord(word) !== null);
}

const contentOf = (text: string): string[] =>
  text.split(' ').filter((word) => word !== '' && word !== '|' && !fillerWords.has(word));

const leadIn = new Set(
  'please pls plz plss ok okay hi hello hey yo yes no nope yeah just now so oi ola bom boa dia tarde noite por favor pf pfv sim nao agora ja gente moco moca hola gracias thanks thank you obrigado obrigada obg and e y mas but kindly fly2any ei opa ah ai cara mano'.split(
    ' ',
  ),
);

const imperative = (word: string | undefined): boolean =>
  word !== undefined && imperativeWords.has(asOptOutWord(word) ?? '');

const wish =
  /^(?:(?:want|need|like|would|id|wanna|wish|can|could|quero|queria|gostaria|gostava|preciso|desejo|quiero|quisiera|necesito|deseo|pode|podem|puede|pueden|que|como|how|do|se|lets|let|solicito|peco|favor|faz|so|vamos|vim)\s)+(\S+)$/;

/**
 * A longer text that still gives the order: it begins or ends with the word, shouts it, wishes
 * for it and nothing else, or is so short that there is no room for another meaning.
 */
function commands(rest: string, parts: readonly string[], read: ReadableText): boolean {
  for (const part of parts) {
    const words = part.split(' ').filter((word) => word !== '');
    const first = words.find((word) => !leadIn.has(word));
    // "Stop the booking" is about a journey.
    if (imperative(first) && !speaksOfTravel(part)) return true;
  }
  const words = rest.split(' ').filter((word) => word !== '' && word !== '|');
  if (
    /^(?:stop|stopp|stopall|unsubscribe|unsub|desist|cease|remove|pare|parem|paren|descadastr\w+)$/.test(
      words.at(-1) ?? '',
    )
  )
    return true;
  const shouts = [...read.shouted].some((word) => optOutWords.has(word) && words.includes(word));
  if (shouts && !read.question) return true;
  if (read.shouted.has('stop') && !read.question && !speaksOfTravel(read.whole)) return true;
  const content = contentOf(rest);
  const wished = wish.exec(content.join(' '))?.[1];
  if (wished !== undefined && !rest.includes('|') && weakWords.has(asOptOutWord(wished) ?? '')) {
    return true;
  }
  const short = content.length <= 3 && !rest.includes('|');
  if (short && !read.question && content.includes('spam')) return true;
  return short && content.some(imperative) && !speaksOfTravel(rest);
}

const courtesy =
  /(?<![^ ])(?:thanks|thank you|thx|ty|agradeco(?: (?:o|a|pelo|pela|muito|seu|sua) \S+)?|tks|obrigad[oa]|obg|obgd|valeu|vlw|gracias|sorry|desculpe?|desculpa|please|pls|hi|hello|oi|ola|hola|ok|okay|no|nao|sim|yes|agora|now|right now|por favor|mas|but|so|entao|bom dia|boa tarde|boa noite|guys|gente|moco|moca|at this time|no momento|tenha um bom dia|have a (?:good|nice) day|bye|tchau|im good|i m good|im fine|adeus|lo siento|nope|nah|never will be|ever|i said|i told you|ja (?:disse|falei) que|and|or|good luck|boa sorte|u|deus abencoe)(?![^ ])/g;

/** "I'm not Maria", "não é o João": perhaps the number has a new owner. */
const namesSomebodyElse = ({ original }: ReadableText): boolean =>
  /(?:^|[^\p{L}])(?:[nN][ãa]o (?:[ée]|sou|existe|tem|se chama)|(?:is |am |'m |’m |are )not|isn['’]?t|[nN]o(?= \p{Lu}\p{Ll}+ here)|[nN]o (?:soy|es))\s+(?:o |a |el |la |nenhum |nenhuma )?\p{Lu}\p{Ll}{2,}(?: aqui| here)?(?: n[aã]o)?(?:[.!\s]*$|[,;.])/u.test(
    original,
  );

/** "Not interested in receiving texts": what is refused is the messages. */
const refusesContact = ({ question }: ReadableText, whole: string): boolean =>
  !question &&
  !speaksOfTravel(whole) &&
  /(?<![^ ])(?:texts?|messages?|msgs?|sms|receiving|promotions?|mensage[mn]s?|receber|propagandas?|promocoes|recibir|mensajes?)(?![^ ])/.test(
    whole,
  );

/** "Not interested", "não tenho interesse", and nothing else. */
function isOnlyRefusal({ clauses, question }: ReadableText): boolean {
  if (question) return false;
  const left = clauses
    .map((clause) =>
      without(refusals, clause, '#').replace(courtesy, ' ').replace(/ +/g, ' ').trim(),
    )
    .filter(Boolean);
  return left.length > 0 && left.every((clause) => /^[# ]+$/.test(clause));
}

/** Lists and groups that a traveller joins. */
const ofATrip =
  /(?<![^ ])(?:wait\w*|espera|excursao|caravan\w*|viagem|viaj\w+|voo|trip|tour|cruise|cruzeiro|flight|hotel|reserva|booking)(?![^ ])/;

function asksIn(read: ReadableText): boolean {
  const asked = read.clauses.map((clause) => without(keeps, clause));
  const content = contentOf(asked.join(' '));
  if (content.length > 0 && content.every((word) => optInWords.has(word))) {
    return !asked.some((clause) => /(?<![^ ])(?:nao|n|dont|not|never|nunca)(?![^ ])/.test(clause));
  }
  if (ofATrip.test(read.whole)) return false;
  return asked.some(
    (clause) =>
      matchesAny(optInPhrases, clause) &&
      !/(?<![^ ])(?:nao|n|no(?! grupo)|ya no|dont|do not|dnc|didnt|did not|havent|not|never|nunca|no longer|how|como|if|se)(?![^ ])/.test(
        clause,
      ),
  );
}
