import { type ContactFilter, parseFilter } from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';

/**
 * What a person types after `find` or `validate`: `state:CT,FL segment:familias tag:vip score:70`,
 * and everything else is a name or digits of a phone. Throws `Refusal('invalid', 'upload.filter')`.
 */
export function filterFromText(typed: string): ContactFilter {
  const filter: Record<string, unknown> = {};
  const search: string[] = [];
  for (const word of typed.trim().split(/\s+/).filter(Boolean)) {
    const [, key = '', value = ''] = /^([a-zç]+):(.+)$/i.exec(word) ?? [];
    const list = value.split(',').filter(Boolean);
    switch (key.toLowerCase()) {
      case 'state':
      case 'estado':
        filter.states = list.map((each) => each.toUpperCase());
        break;
      case 'segment':
      case 'segmento':
        filter.segments = list;
        break;
      case 'tag':
        filter.tags = list;
        break;
      case 'score':
        filter.leadScoreMin = Number(value);
        break;
      default:
        search.push(word);
    }
  }
  if (search.length > 0) filter.search = search.join(' ');
  try {
    return parseFilter(filter);
  } catch {
    throw new Refusal('invalid', 'upload.filter');
  }
}
