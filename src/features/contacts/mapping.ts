import { Refusal } from '../../shared/errors.ts';
import type { Mapping } from './field.ts';

/**
 * A mapping a person made: one entry per column, a phone column, no field twice. Throws
 * `Refusal('invalid', 'contacts.mapping-…')`.
 */
export function checkMapping(mapping: Mapping, columns: number): void {
  if (mapping.length !== columns) {
    throw new Refusal('invalid', 'contacts.mapping-columns', { columns });
  }
  if (!mapping.includes('phone')) throw new Refusal('invalid', 'contacts.mapping-no-phone');
  const used = mapping.filter((field) => field !== null);
  const twice = used.find((field, index) => used.indexOf(field) !== index);
  if (twice) throw new Refusal('invalid', 'contacts.mapping-twice', { field: twice });
}
