/**
 * Which state a ZIP belongs to, by its first three digits. Source: the USPS list of three-digit
 * prefixes (Publication 65, labeling list L002). Military mail and the freely associated states
 * are left out: no state rule follows from them.
 */
const statePrefixes =
  'NY 005 100-149|PR 006-007 009|VI 008|MA 010-027 055|RI 028-029|NH 030-038|ME 039-049|' +
  'VT 050-054 056-059|CT 060-069|NJ 070-089|PA 150-196|DE 197-199|DC 200 202-205 569|' +
  'VA 201 220-246|MD 206-219|WV 247-268|NC 270-289|SC 290-299|GA 300-319 398-399|' +
  'FL 320-339 341-342 344 346-347 349|AL 350-369|TN 370-385|MS 386-397|KY 400-427|OH 430-459|' +
  'IN 460-479|MI 480-499|IA 500-528|WI 530-549|MN 550-567|SD 570-577|ND 580-588|MT 590-599|' +
  'IL 600-629|MO 630-658|KS 660-679|NE 680-693|LA 700-714|AR 716-729|OK 730-732 734-749|' +
  'TX 733 750-799 885|CO 800-816|WY 820-831|ID 832-838|UT 840-847|AZ 850-865|NM 870-884|' +
  'NV 889-898|CA 900-961|HI 967-968|OR 970-979|WA 980-994|AK 995-999';

/**
 * Prefixes of two-zone states that lie wholly inside one zone (boundaries of 49 CFR part 71; the
 * Navajo Nation for AZ). A prefix that touches a boundary, or might, is not listed and keeps every
 * zone of its state. No package is used: the public ZIP tables tried put Paducah KY, Evansville IN
 * and Malheur OR into the wrong zone.
 */
const zonePrefixes =
  'America/New_York 320-323 326-339 341-342 344 346-347 349 374 376 378-379 400 402-418|' +
  'America/Chicago 325 370-372 375 380-385 420-424 570-574 580-584 660-676 679-681 683-689 733 750-797|' +
  'America/Denver 577 693 799 885|America/Boise 832-834 837|' +
  'America/Los_Angeles 838 889-897 970-978|' +
  'America/Indiana/Indianapolis 460-462 466-468 470 472-473 478|America/Detroit 480-497|' +
  'America/Phoenix 850-853 855-857 863-864|America/Anchorage 996-999';

/** `'NY 005 100-149|…'` as a map from each prefix to the name before it. */
function prefixMap(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of text.split('|')) {
    const [name = '', ...ranges] = line.split(' ');
    for (const range of ranges) {
      const [from = '', to = from] = range.split('-');
      for (let prefix = Number(from); prefix <= Number(to); prefix++) {
        map.set(String(prefix).padStart(3, '0'), name);
      }
    }
  }
  return map;
}

const states = prefixMap(statePrefixes);
const zones = prefixMap(zonePrefixes);

/** Prefixes shared by two territories of the Pacific are told apart by all five digits. */
const pacific: readonly (readonly [RegExp, string])[] = [
  [/^96799/, 'AS'],
  [/^969[123]/, 'GU'],
  [/^9695/, 'MP'],
];

/** `{ state, zone }` of a five-digit ZIP (`06810`, `06810-1234`); each null when it does not say. */
export function placeOfZip(zip: string): { state: string | null; zone: string | null } {
  const digits = /^\s*(\d{5})(?:-?\d{4})?\s*$/.exec(zip)?.[1];
  if (!digits) return { state: null, zone: null };
  const prefix = digits.slice(0, 3);
  const state = pacific.find(([shape]) => shape.test(digits))?.[1] ?? states.get(prefix) ?? null;
  return { state, zone: zones.get(prefix) ?? null };
}
