/** What Slack says about a user. */
export type Person = {
  userId: string;
  name: string;
  /** As Slack says it (`pt-BR`, `en-US`); null when unknown. */
  locale: string | null;
  /** IANA zone of the person's own device; null when unknown. */
  timeZone: string | null;
  deactivated: boolean;
  bot: boolean;
  /** A single- or multi-channel guest. */
  guest: boolean;
  /** From another workspace (Slack Connect). */
  external: boolean;
};

export type Exclusion = 'deactivated' | 'bot' | 'guest' | 'external';

/** Why this user can hold no role at all, whatever the table says; null when they may. */
export function excludedAs(person: Person): Exclusion | null {
  if (person.deactivated) return 'deactivated';
  if (person.bot) return 'bot';
  if (person.external) return 'external';
  if (person.guest) return 'guest';
  return null;
}
