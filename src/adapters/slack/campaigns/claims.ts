import { z } from 'zod';
import type { KillSwitch, Seen } from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';

/**
 * What a button says that it was drawn for. Buttons live for ever and anybody's old window still
 * has them, so each carries what its reader saw; whether it still holds is asked in the database.
 */

const digits = (most: number) =>
  z
    .string()
    .regex(new RegExp(`^\\d{1,${most}}$`))
    .transform(Number);
const count = digits(9);

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data } = schema.safeParse(value);
  if (!success) throw new Refusal('invalid', 'form.metadata');
  return data;
}

/** The id that a button brought back. Throws `form.metadata` for anything else, as all of these. */
export const idOf = (value: string): string => parsed(z.uuid(), value);

/** One submission: `campaign:version`. */
export const versionValue = (campaign: { id: string }, version: number): string =>
  `${campaign.id}:${version}`;

const versioned = z.tuple([z.uuid(), count]);

export function versionOf(value: string): { id: string; version: number } {
  const [id, version] = parsed(versioned, value.split(':'));
  return { id, version };
}

/** A campaign as it stood: `campaign:version:decisions`. */
export const seenValue = ({ id, version, decisions }: { id: string } & Seen): string =>
  `${id}:${version}:${decisions}`;

const seen = z.tuple([z.uuid(), count, count]);
const idOnly = z.tuple([z.uuid()]);

/** A button from before they carried this saw nothing that can still hold. */
export function seenOf(value: string): { id: string; seen: Seen } {
  const parts = value.split(':');
  if (parts.length === 1)
    return { id: parsed(idOnly, parts)[0], seen: { version: 0, decisions: 0 } };
  const [id, version, decisions] = parsed(seen, parts);
  return { id, seen: { version, decisions } };
}

/** A message and the attempt that nobody knows the end of: `communication:attempt`. */
export const attemptValue = (one: { communicationId: string; attempt: number }): string =>
  `${one.communicationId}:${one.attempt}`;

export function attemptOf(value: string): { communicationId: string; attempt: number } {
  const [communicationId, attempt = 0] = parsed(z.union([versioned, idOnly]), value.split(':'));
  return { communicationId, attempt };
}

/** The stop that this would end, by its moment. */
export const stopValue = ({ at }: KillSwitch): string => String(at?.getTime() ?? 0);

export const stopOf = (value: string): Date =>
  new Date(value === 'all' ? 0 : parsed(digits(15), value));
