import { areaCodes } from './area-codes.ts';
import { stateOfName } from './states.ts';
import { placeOfZip } from './zip.ts';

/** Where a person may be, by the law's own presumptions: which rules bind, and on which clocks. */
export type PersonPlace = {
  /** Every state whose rules must allow a message; sorted; empty when nothing is known. */
  states: string[];
  /** Every IANA zone in which each rule must allow it; sorted. */
  zones: string[];
  /** The state of the area code, or null when the table does not know it. */
  areaState: string | null;
  /** One clock for greetings and wall times: the likeliest of `zones`; null when nothing is known. */
  timezone: string | null;
  /** Address and area code name different states. */
  contradiction: boolean;
};

/** Where somebody may be of whom nothing is known. */
export const contiguousZones: readonly string[] = [
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/New_York',
];

const zonesByState: ReadonlyMap<string, readonly string[]> = (() => {
  const counts = new Map<string, Map<string, number>>();
  for (const { state, zones } of areaCodes.values()) {
    const ofState = counts.get(state) ?? new Map<string, number>();
    zones.forEach((zone, rank) => {
      ofState.set(zone, (ofState.get(zone) ?? 0) + (rank === 0 ? 1 : 0.5));
    });
    counts.set(state, ofState);
  }
  return new Map(
    [...counts].map(([state, ofState]) => [
      state,
      [...ofState].sort(([, a], [, b]) => b - a).map(([zone]) => zone),
    ]),
  );
})();

/** Every zone of a state, the one with most area codes first; empty for an unknown code. */
export const zonesOfState = (state: string): readonly string[] => zonesByState.get(state) ?? [];

type PlaceFacts = { areaCode: string | null; addressState: string | null; zip: string | null };

/**
 * The states and zones that bind a message to a person.
 *
 * Both address and area code count, because FL, CT, VA and SC presume residence from the area code
 * (Fla. Stat. 501.059(8)(d); Conn. SB 1058; Va. Code 59.1-510) while the federal rule asks for the
 * called party's location. Area code inside the address's state: its own zones. Different states:
 * both rules, all zones of both. A ZIP narrows the zones of the address and never drops a rule; a
 * ZIP in yet another state adds that state.
 */
export function placeOf(facts: PlaceFacts): PersonPlace {
  const area = facts.areaCode === null ? undefined : areaCodes.get(facts.areaCode);
  const zip = placeOfZip(facts.zip ?? '');
  const written = facts.addressState === null ? null : stateOfName(facts.addressState);
  const addressStates = [...new Set([written, zip.state])].filter((state) => state !== null);
  const states = [...new Set([...addressStates, ...(area ? [area.state] : [])])].sort();
  const zones = states.flatMap((state) => zonesIn(state, addressStates.includes(state), area, zip));
  const first = zones[0];
  if (first === undefined) {
    return {
      states: [],
      zones: [...contiguousZones],
      areaState: null,
      timezone: null,
      contradiction: false,
    };
  }
  return {
    states,
    zones: [...new Set(zones)].sort(),
    areaState: area?.state ?? null,
    timezone: zonesIn(addressStates[0] ?? states[0] ?? '', true, area, zip)[0] ?? first,
    contradiction: states.length > 1,
  };
}

/** The zones one of the states contributes, likeliest first. */
function zonesIn(
  state: string,
  isAddress: boolean,
  area: { state: string; zones: readonly string[] } | undefined,
  zip: { state: string | null; zone: string | null },
): readonly string[] {
  const byArea = area?.state === state ? area.zones : null;
  const byZip = isAddress && zip.state === state && zip.zone !== null ? zip.zone : null;
  if (byArea === null) return byZip === null ? zonesOfState(state) : [byZip];
  if (byZip === null) return byArea;
  return byArea.includes(byZip) ? [byZip] : [byZip, ...byArea];
}
