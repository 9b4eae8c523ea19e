import type { MessageLanguage } from './label.ts';
import { readText } from './normalise.ts';

const marks = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const portuguese = marks(
  'pare parem parar sair saia cancela cancele remova removam voce voces vc vcs nao mensagem mensagens msg favor obrigado obrigada ola oi voo voos passagem passagens viagem responda oferta ofertas me tira descadastrar descadastre chega quero receber mais numero errado ajuda voltar comecar iniciar promocao pra da dessa minha meu com sua seu hoje ate reais eua',
);
const english = marks(
  'stop please me texting the your you unsubscribe remove from list messages text texts reply flights flight deals and to help start quit end cancel wrong number not interested more my off this with for our dont want',
);
const spanish = marks(
  'alto basta baja no mas manden mensajes quiten saquen lista equivocado ayuda usted ustedes gracias quiero recibir viaje vuelo vuelos hola responda escriban y el los las de mi numero por favor empezar comenzar',
);
const onlyPortuguese =
  /(?<![^ ])(?:nao|voce|voces|vc|vcs|pare|parem|sair|mensagem|mensagens|passagem|viagem|voo|ola|oi|obrigad[oa])(?![^ ])/;

/** The language of a text by its words; `both` when they do not tell ("STOP" is said in every language). */
export function languageOf(text: string): MessageLanguage {
  const { words, whole } = readText(text);
  if (
    words.length < 2 &&
    /^(?:stop|cancel|end|quit|info|start|help|cancelar|parar)?$/.test(whole)
  ) {
    return 'both';
  }
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length;
  const found = { pt: count(portuguese), en: count(english), es: count(spanish) };
  if (onlyPortuguese.test(whole)) found.pt += 2;
  const most = Math.max(found.pt, found.en, found.es);
  const best = (['pt', 'en', 'es'] as const).filter((language) => found[language] === most);
  return most > 0 && best.length === 1 ? (best[0] ?? 'both') : 'both';
}
