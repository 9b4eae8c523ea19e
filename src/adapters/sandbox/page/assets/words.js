import { english } from './words/en.js';
import { portuguese } from './words/pt-br.js';

/** The page's own words, in the language of the person one is at the moment. */

let table = english;
let language = '';

/** @returns {boolean} whether the language is another one than before */
export function setLanguage(locale) {
  if (language === locale) return false;
  language = locale;
  table = locale.startsWith('pt') ? portuguese : english;
  return true;
}

/** A text by key, `{name}` filled in. An unknown key comes back as it is. */
export function t(key, values = {}) {
  const text = table[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
