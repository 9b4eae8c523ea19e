import type { World } from '../world.ts';

/** Rate tiers as Slack publishes them. `post`: one per second and channel. */
export type Tier = 'tier1' | 'tier2' | 'tier3' | 'tier4' | 'special' | 'post';

export type Reply = { ok: boolean; error?: string; [field: string]: unknown };

export type Call = { world: World; args: Arguments };

export type Method = {
  tier: Tier;
  /** Any one of these is enough; none needed when empty. Some depend on the conversation. */
  scopes: readonly string[] | ((call: Call) => readonly string[]);
  answer(call: Call): Reply;
};

export const done = (fields: Record<string, unknown> = {}): Reply => ({ ok: true, ...fields });

export const refuse = (error: string, fields: Record<string, unknown> = {}): Reply => ({
  ok: false,
  error,
  ...fields,
});

/** Slack's own way to say which argument is wrong. */
export const refuseArguments = (...messages: string[]): Reply =>
  refuse('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });

/** Arguments as they came over the wire: forms hold strings, JSON bodies hold values. */
export function readArguments(raw: Readonly<Record<string, unknown>>) {
  const text = (name: string): string | undefined => {
    const value = raw[name];
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };

  return {
    text,
    /** Sent at all, even if empty. */
    has: (name: string): boolean => raw[name] !== undefined && raw[name] !== null,
    flag: (name: string): boolean => ['true', '1'].includes(text(name) ?? ''),
    whole(name: string): number | undefined {
      const value = Number(text(name));
      return text(name) !== undefined && Number.isInteger(value) ? value : undefined;
    },
    /** `undefined` when absent, `malformed` when it is not JSON. */
    json(name: string): unknown {
      const value = raw[name];
      if (value === undefined || value === null || value === '') return undefined;
      if (typeof value !== 'string') return value;
      try {
        return JSON.parse(value);
      } catch {
        return malformed;
      }
    },
  };
}

export const malformed: unique symbol = Symbol('malformed JSON');

export type Arguments = ReturnType<typeof readArguments>;
