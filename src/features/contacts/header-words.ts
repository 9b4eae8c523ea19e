import type { ImportField } from './field.ts';

type Language = 'pt' | 'en';

/** Header cells as people write them, without accents and signs. The first of a list is the best. */
const headers: Readonly<
  Record<Exclude<ImportField, 'phone_2' | 'phone_3'>, Record<Language, string>>
> = {
  phone: {
    pt: 'celular|telefone celular|numero de celular|whatsapp|zap|numero do whatsapp|numero whatsapp|telefone|numero de telefone|fone|numero|contato telefonico|telefone 1|celular 1|telefone principal|telefone 2|celular 2|telefone 3|telefone residencial|telefone fixo|telefone comercial|telefone trabalho',
    en: 'mobile|mobile phone|mobile number|cell|cell phone|cell number|cellphone|whatsapp number|phone|phone number|telephone|telephone number|number|contact number|tel|phone 1|primary phone|phone 2|secondary phone|phone 3|home phone|landline|work phone|business phone',
  },
  area_code: {
    pt: 'codigo de area|cod area|ddd',
    en: 'area code|areacode|npa',
  },
  name: {
    pt: 'nome|nome completo|nome do cliente|cliente|contato|nome do contato',
    en: 'name|full name|customer|customer name|client|client name|contact|contact name',
  },
  first_name: { pt: 'primeiro nome|prenome', en: 'first name|firstname|given name' },
  last_name: {
    pt: 'sobrenome|ultimo nome|apelido de familia',
    en: 'last name|lastname|surname|family name',
  },
  state: { pt: 'estado|uf|estado uf', en: 'state|st|state code|province' },
  city: { pt: 'cidade|municipio', en: 'city|town' },
  zip: { pt: 'cep|codigo postal|zip', en: 'zip code|zipcode|postal code|postcode|zip' },
  segment: { pt: 'segmento|grupo|categoria|perfil|lista', en: 'segment|group|category|list' },
  tags: { pt: 'etiquetas|marcadores|interesses|tags', en: 'tags|tag|labels|interests' },
  consent: {
    pt: 'aceita mensagens|aceita mensagem|aceita|aceite|aceitou|consentimento|autoriza|autorizacao|autoriza mensagens|aceita sms|aceita receber mensagens|aceita whatsapp|permissao|lgpd',
    en: 'consent|opt in|optin|opted in|sms consent|sms opt in|accepts messages|accepts sms|accepts marketing|marketing consent|text consent|permission|subscribed|agrees',
  },
  consent_date: {
    pt: 'data do aceite|data aceite|data de aceite|data do consentimento|data consentimento|data da autorizacao|data do opt in|aceito em|aceitou em',
    en: 'consent date|date of consent|opt in date|optin date|opt in at|consented at|consented on|opted in at|consent timestamp',
  },
  consent_text: {
    pt: 'texto do aceite|texto do consentimento|texto aceito',
    en: 'consent text|opt in text|consent language|disclosure text',
  },
  consent_source: {
    pt: 'origem do aceite|origem do consentimento|fonte do consentimento|como aceitou|onde aceitou|canal do aceite',
    en: 'consent source|opt in source|optin source|source of consent|consent method|consent url|opt in url',
  },
  opted_out: {
    pt: 'descadastrado|nao contatar|nao perturbe|bloqueado|cancelou mensagens',
    en: 'opted out|opt out|optout|unsubscribed|do not contact|do not text|dnc|blocked',
  },
  email: { pt: 'correio eletronico|email|e mail', en: 'email|e mail|email address' },
  notes: { pt: 'observacoes|observacao|obs|notas|comentarios', en: 'notes|note|comments|comment' },
};

export type HeaderMatch = {
  field: keyof typeof headers;
  languages: readonly Language[];
  /** Smaller is a better word for it: a mobile before a home phone. */
  rank: number;
};

const byWord = new Map<string, HeaderMatch>();
for (const [field, words] of Object.entries(headers) as [
  keyof typeof headers,
  Record<Language, string>,
][]) {
  for (const language of ['pt', 'en'] as const) {
    words[language].split('|').forEach((word, rank) => {
      const known = byWord.get(word);
      byWord.set(
        word,
        known
          ? { ...known, languages: [...known.languages, language] }
          : { field, languages: [language], rank },
      );
    });
  }
}

const plainHeader = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z])(\d)$/, '$1 $2')
    .trim();

/** What a header cell means, or null. `Data do aceite`, `consent_date` and `consentDate` are found alike. */
export function matchHeader(text: string): HeaderMatch | null {
  const plain = plainHeader(text);
  return byWord.get(plain) ?? byWord.get(spelledOut(plain)) ?? null;
}

const abbreviations: Readonly<Record<string, string>> = {
  tel: 'telefone',
  fone: 'telefone',
  cel: 'celular',
  num: 'numero',
  nro: 'numero',
  ph: 'phone',
};

/** `Tel. comercial`, `Cel 2`: the first word as it is meant. */
const spelledOut = (plain: string): string =>
  plain.replace(/^[a-z]+/, (word) => abbreviations[word] ?? word);

/** A header that `matchHeader` understands, for files that we write. */
export function headerFor(field: ImportField, language: Language): string {
  if (field === 'phone_2' || field === 'phone_3') {
    return language === 'pt' ? `Telefone ${field.slice(-1)}` : `Phone ${field.slice(-1)}`;
  }
  const [word = field] = headers[field][language].split('|');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
