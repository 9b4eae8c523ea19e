import { z } from 'zod';

/** Bodies of the page's calls. */

const as = z.string();
const state = z.record(z.string(), z.record(z.string(), z.unknown()));
const message = z.object({ channel: z.string(), ts: z.string() });
const where = z.union([
  z.object({ message }),
  z.object({ view: z.string() }),
  z.object({ home: z.literal(true) }),
]);

export const requests = {
  command: z.object({ as, channel: z.string(), text: z.string().min(1) }),
  shortcut: z.object({ as, callbackId: z.string(), message: message.nullish() }),
  act: z.object({
    as,
    in: where,
    blockId: z.string(),
    actionId: z.string(),
    payload: z.record(z.string(), z.unknown()),
    state,
  }),
  submit: z.object({ as, view: z.string(), state }),
  close: z.object({ as, view: z.string(), all: z.boolean().default(false) }),
  options: z.object({
    as,
    in: where,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string(),
  }),
  message: z.object({
    as,
    channel: z.string(),
    text: z.string().min(1),
    threadTs: z.string().nullish(),
  }),
  openHome: z.object({ as }),
  read: z.object({ as, channel: z.string() }),
  dismiss: z.object({ as, channel: z.string(), ts: z.string() }),
  clock: z.union([
    z.object({ advanceMs: z.number().int().positive() }),
    z.object({ to: z.iso.datetime({ offset: true }) }),
    z.object({ toNextWindow: z.literal(true) }),
  ]),
  reply: z.object({ text: z.string().min(1) }),
} as const;
