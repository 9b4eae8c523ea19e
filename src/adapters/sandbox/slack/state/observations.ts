import type { Clock } from '../../../../shared/clock.ts';
import type { AckRecord, Fault } from '../page-contract.ts';
import type { Log } from '../workspace-options.ts';
import type { Changes } from './changes.ts';

const keptFaults = 50;
const keptAcks = 20_000;

/** What went wrong where a person should see it, and how fast the app answered. */
export function createObservations(clock: Clock, log: Log, changes: Changes) {
  const faults: { person: string | null; fault: Fault }[] = [];
  const acks: AckRecord[] = [];

  return {
    /** `person` null: everybody sees it (a message the app could not post, for example). */
    fault(person: string | null, kind: string, detail: string): Fault {
      const fault = { at: clock.now().toISOString(), kind, detail };
      faults.push({ person, fault });
      if (faults.length > keptFaults) faults.shift();
      log.warn({ kind, detail }, 'sandbox workspace: fault');
      changes.announce({ what: 'state' });
      return fault;
    },
    faultsFor: (person: string): Fault[] =>
      faults
        .filter((entry) => entry.person === null || entry.person === person)
        .map((e) => e.fault),
    ack(record: AckRecord): void {
      acks.push(record);
      if (acks.length > keptAcks) acks.shift();
    },
    acks: (): readonly AckRecord[] => acks,
  };
}

export type Observations = ReturnType<typeof createObservations>;
