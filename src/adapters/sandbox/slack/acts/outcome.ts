import type { ActResult, Person } from '../page-contract.ts';
import type { Acknowledgement } from '../signed-requests.ts';
import type { World } from '../world.ts';

/** Who acts, in which world. */
export type Acting = { world: World; person: Person };

/** Nothing was sent: the workspace itself refuses, as Slack's client or server would. */
export function refused({ world, person }: Acting, kind: string, detail: string): ActResult {
  const fault = world.observations.fault(person.id, kind, detail);
  return { ok: false, ackMs: 0, status: 0, fault };
}

export const nothingSent: ActResult = { ok: true, ackMs: 0, status: 0 };

/** What the person sees of an acknowledgement: late, missing and failed ones are faults. */
export function outcomeOf(acting: Acting, what: string, ack: Acknowledgement): ActResult {
  const { ms: ackMs, status } = ack;
  const fail = (kind: string, detail: string): ActResult => ({
    ok: false,
    ackMs,
    status,
    fault: acting.world.observations.fault(acting.person.id, kind, detail),
  });
  if (ack.late) return fail('late_ack', `${what} was not acknowledged in time (operation_timeout)`);
  if (status === 0) return fail('app_unreachable', `${what} did not reach the app`);
  if (status >= 300) {
    return fail('dispatch_failed', `${what} was answered with HTTP ${status} (dispatch_failed)`);
  }
  return { ok: true, ackMs, status };
}

/** The JSON object of an acknowledgement; null when it is empty, undefined when it is no object. */
export function bodyOf(ack: Acknowledgement): Record<string, unknown> | null | undefined {
  if (ack.body.trim() === '') return null;
  try {
    const parsed: unknown = JSON.parse(ack.body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
