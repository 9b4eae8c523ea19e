/** Postal codes of the states and territories the product knows, with the names people write. */
const names: Readonly<Record<string, string>> = {
  AL: 'alabama',
  AK: 'alaska|alasca',
  AZ: 'arizona',
  AR: 'arkansas',
  CA: 'california',
  CO: 'colorado',
  CT: 'connecticut|conecticut|conneticut',
  DE: 'delaware',
  DC: 'district of columbia|washington dc|distrito de columbia',
  FL: 'florida',
  GA: 'georgia',
  HI: 'hawaii|havai',
  ID: 'idaho',
  IL: 'illinois',
  IN: 'indiana',
  IA: 'iowa',
  KS: 'kansas',
  KY: 'kentucky',
  LA: 'louisiana|luisiana',
  ME: 'maine',
  MD: 'maryland',
  MA: 'massachusetts|massachussets|massachusets|massachussetts',
  MI: 'michigan',
  MN: 'minnesota',
  MS: 'mississippi|mississipi',
  MO: 'missouri',
  MT: 'montana',
  NE: 'nebraska',
  NV: 'nevada',
  NH: 'new hampshire|nova hampshire',
  NJ: 'new jersey|nova jersey',
  NM: 'new mexico|novo mexico',
  NY: 'new york|nova york|nova iorque',
  NC: 'north carolina|carolina do norte',
  ND: 'north dakota|dakota do norte',
  OH: 'ohio',
  OK: 'oklahoma',
  OR: 'oregon',
  PA: 'pennsylvania|pensilvania',
  RI: 'rhode island',
  SC: 'south carolina|carolina do sul',
  SD: 'south dakota|dakota do sul',
  TN: 'tennessee|tenessi',
  TX: 'texas',
  UT: 'utah',
  VT: 'vermont',
  VA: 'virginia',
  WA: 'washington',
  WV: 'west virginia|virginia ocidental',
  WI: 'wisconsin',
  WY: 'wyoming',
  PR: 'puerto rico|porto rico',
  VI: 'virgin islands|us virgin islands|ilhas virgens',
  GU: 'guam',
  MP: 'northern mariana islands|ilhas marianas do norte',
  AS: 'american samoa|samoa americana',
};

export const stateCodes: readonly string[] = Object.keys(names);

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, spellings]) =>
    [code.toLowerCase(), ...spellings.split('|')].map((name) => [name, code] as const),
  ),
);

/** The postal code for what a person wrote (`ct`, `Connecticut`, `Flórida`), or null. */
export function stateOfName(text: string): string | null {
  if (text === '') return null;
  if (Object.hasOwn(names, text)) return text;
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return byName.get(plain) ?? null;
}
