/**
 * A text as the rules read it: lower case, no accents, no punctuation, single spaces; curly
 * quotes, full-width and mathematical letters, look-alikes, spaced and digit-disguised letters undone.
 */
export type ReadableText = {
  /** Parts between sentence marks, in order. */
  clauses: string[];
  /** The clauses joined by one space. */
  whole: string;
  words: string[];
  emoji: string[];
  question: boolean;
  /** Words the person wrote in capitals although the rest is not. */
  shouted: ReadonlySet<string>;
  blank: boolean;
  original: string;
};

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  х: 'x',
  у: 'y',
  ѕ: 's',
  і: 'i',
  п: 'p',
  ß: 'ss',
  ø: 'o',
  ı: 'i',
};
const leet: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
  '@': 'a',
};

/** Words that are recognised although somebody hid them behind digits or spaces. */
const disguised = new Set(
  (
    'stop stopp stopall pare parem parar sair cancel cancelar quit end remove remover unsubscribe ' +
    'unsub optout descadastrar chega basta help start ajuda fuck'
  ).split(' '),
);

const emojiPattern = /\p{Extended_Pictographic}/gu;
const invisible =
  /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2066-\u2069]|\u2060|\ufe0e|\ufe0f|\ufeff/g;
const apostrophes = /['’‘`´ʼ′]/g;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => lookAlikes[letter] ?? letter);

/** `s t o p`, `S.T.O.P`, `p-a-r-e`: joined when the letters make a word of the list. */
const joinSpaced = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s.\-_*,·•]+){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu,
    (run) => {
      const word = run.replace(/[^\p{L}\p{N}]/gu, '');
      return disguised.has(unleet(word)) ? ` ${unleet(word)} ` : run;
    },
  );

const unleet = (word: string): string => [...word].map((letter) => leet[letter] ?? letter).join('');

/** Short for a word that the rules know. */
const longForm: Readonly<Record<string, string>> = {
  pq: 'porque',
  qro: 'quero',
  kero: 'quero',
  rong: 'wrong',
  worng: 'wrong',
  wrng: 'wrong',
  enxe: 'enche',
  erado: 'errado',
  herrado: 'errado',
  mto: 'muito',
  mt: 'muito',
  mta: 'muita',
  mtas: 'muitas',
  ae: 'ai',
  qero: 'quero',
  naum: 'nao',
  naun: 'nao',
  nn: 'nao',
  ñ: 'nao',
  dnt: 'dont',
  donot: 'do not',
  c: 'com',
  d: 'de',
  q: 'que',
  fck: 'fuck',
  fuk: 'fuck',
  fuc: 'fuck',
  fuq: 'fuck',
  phuck: 'fuck',
};

function readWord(word: string): string {
  const long = longForm[word];
  if (long) return long;
  if (/([a-z])\1\1/.test(word)) return readWord(word.replace(/([a-z])\1{2,}/g, '$1'));
  if (/[a-z]/.test(word) && /[0-9$@]/.test(word)) {
    const plain = unleet(word);
    if (disguised.has(plain)) return plain;
    // STOP2END, stop1
    const head = /^(stop|pare|sair)\d/.exec(plain === word ? plain : word);
    if (head?.[1]) return head[1];
  }
  return word.replace(/[^\p{L}\p{N}]/gu, '');
}

const phoneNumber = /(?<![\d/])\+?\d{0,3}[\s(.-]*\d{2,3}[\s).-]*\d{3,5}[\s.-]?\d{4}(?![\d/])/g;

const censored =
  /(?<![\p{L}])f(?:[*#@$%_-]{2,}(?:k|in|ing|er)?|[*#@v_-]c?k|uc?[*#@]|[*#@]ck)(?:ing|in|er)?/gu;

/** Reads a text for `classify`; never fails, whatever it holds. */
export function readText(text: string): ReadableText {
  const emoji = text.match(emojiPattern) ?? [];
  const visible = text.replace(invisible, '');
  const folded = joinSpaced(fold(visible).replace(apostrophes, ''))
    .replace(censored, ' fuck ')
    .replace(/\bun[\s-]+(?=subscri|stop)/g, 'un')
    .replace(phoneNumber, ' this number ')
    // Spoken "não" before a verb.
    .replace(/\bnum (?=quero|qro|queria|me |mand|precis|gost|aguent|enche|lig)/g, 'nao ')
    .replace(/#(?=\W|$)/g, ' num ')
    .replace(emojiPattern, ' . ');
  const clauses = folded
    .split(/[.!?;,:\n\r…—–|()[\]"“”«»]+/u)
    .map((clause) =>
      clause
        .split(/[^\p{L}\p{N}$@]+/u)
        .map(readWord)
        .filter(Boolean)
        .join(' '),
    )
    .filter(Boolean);
  const whole = clauses.join(' ');
  return {
    clauses,
    whole,
    words: whole === '' ? [] : whole.split(' '),
    emoji,
    question: text.includes('?'),
    shouted: shoutedWords(visible.normalize('NFKC')),
    blank: visible.trim() === '',
    original: text,
  };
}

function shoutedWords(text: string): ReadonlySet<string> {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (!words.some((word) => word.length > 1 && word !== word.toUpperCase())) return new Set();
  return new Set(words.filter((word) => word.length > 2 && word === word.toUpperCase()).map(fold));
}
