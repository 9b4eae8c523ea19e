import { isRecord } from './check.ts';

const maxBytes = 16_000;

/** What Slack would refuse in the `metadata` of a message; empty when it would accept it. */
export function problemsOfMetadata(metadata: unknown): string[] {
  if (!isRecord(metadata)) return ['metadata must be an object'];
  const { event_type: type, event_payload: payload, ...others } = metadata;
  const problems: string[] = [];
  if (typeof type !== 'string' || !/^[\w.-]{1,255}$/.test(type)) {
    problems.push('event_type must be a name of letters, digits, dots, dashes and underscores');
  }
  if (!isRecord(payload)) problems.push('event_payload must be an object');
  for (const name of Object.keys(others)) problems.push(`invalid additional property: ${name}`);
  if (Buffer.byteLength(JSON.stringify(metadata)) > maxBytes) problems.push('metadata too large');
  return problems;
}
