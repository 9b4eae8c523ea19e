import type { ReadableText } from './normalise.ts';
import { fillerWords, words } from './word-list.ts';

/** What is called for. */
const aid = words(`
  help info ajuda ayuda socorro hlp hepl hlep halp helpp auxilio assist helo aiuda ajudaa ajudame
  information informacao informacoes informacion support suporte assistance assistencia ajudar ajude
  ajudem ajudam ajudinha ajd ajdua ayudar ayudame ayudeme ayudenme ayuden ayudas ayudan ayudarme ayudarnos atendimento
  helpline
`);

/** How one calls for it; a word that is not here names what the help is for, and that is a reply. */
const call = words(`
  we need needs needed want wanna would like can could will would may get give do how got sum some
  somebody someone anybody anyone any there is are who your a an little bit to out menu line desk
  with of really here have question pra para good morning afternoon evening necesitamos
  muito como preciso presciso precisando precisamos quero queria gostaria necessito poderia poderiam pode podem
  consegue conseguem alguem tem de da do d uma um pouco minha filha urgente com coisa isto na te dar
  da estou nos sua
  necesito quiero puede pueden puedes podria podrian podrias alguien una un poco su
`);

const wholeCalls = new Set(['customer service', 'more help']);
const never = words('not dont doesnt nao n never nunca no sem without');

/** The whole text is a call for help, and names nothing to help with. */
export function asksForHelp({ words: all }: ReadableText): boolean {
  const said = all.filter((word) => !fillerWords.has(word) || never.has(word));
  if (wholeCalls.has(said.join(' '))) return true;
  return (
    said.some((word) => aid.has(word)) && said.every((word) => aid.has(word) || call.has(word))
  );
}
