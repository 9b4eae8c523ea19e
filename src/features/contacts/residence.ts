import { type PersonPlace, placeOf } from '../validation/index.ts';
import type { Contact } from './contact.ts';

/** What follows from where somebody lives: which list of a state they are in, whose law, which clocks. */
export type Residence = Pick<Contact, 'state' | 'timezone' | 'ruleStates' | 'zones'>;

/** Of an address, or of the area code alone where there is none. */
export function residenceOf(
  facts: Pick<Contact, 'areaCode' | 'addressState' | 'zip'>,
  place: PersonPlace = placeOf(facts),
): Residence {
  return {
    state: facts.addressState ?? place.areaState ?? place.states[0] ?? 'UNKNOWN',
    timezone: place.timezone,
    ruleStates: place.states,
    zones: place.zones,
  };
}
