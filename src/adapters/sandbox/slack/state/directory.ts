import { type BotIdentity, type ChannelSpec, dmOf, type Team } from '../cast.ts';
import type { ChannelInfo, Person } from '../page-contract.ts';

export type Conversation = {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'dm';
  /** The person of a DM. */
  person: Person | null;
};

export type DirectoryNeeds = {
  team: Team;
  bot: BotIdentity;
  people: readonly Person[];
  channels: readonly ChannelSpec[];
};

/** `ana.ribeiro`: how Slack's payloads name a person. */
export const handleOf = (person: Person): string =>
  person.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '.');

/** Who is in the workspace, and which conversations there are. Everybody is in every channel. */
export function createDirectory({ team, bot, people, channels }: DirectoryNeeds) {
  const joined = new Set(channels.filter((c) => c.botIsMember !== false).map((c) => c.id));
  const conversations: Conversation[] = [
    ...channels.map(({ id, name, isPrivate }): Conversation => {
      return { id, name, kind: isPrivate ? 'private' : 'channel', person: null };
    }),
    ...people.map((person): Conversation => {
      return { id: dmOf(person.id), name: 'directmessage', kind: 'dm', person };
    }),
  ];

  const person = (id: string): Person | undefined => people.find((p) => p.id === id);

  return {
    team,
    bot,
    people,
    person,
    conversations,
    conversation: (id: string): Conversation | undefined => conversations.find((c) => c.id === id),
    /** As `chat.postMessage` takes it: an id, `#name`, `name`, or a person's id for the DM. */
    resolve: (given: string): Conversation | undefined =>
      conversations.find(
        (c) => c.id === given || (c.kind !== 'dm' && c.name === given.replace(/^#/, '')),
      ) ?? conversations.find((c) => c.person?.id === given),
    mayRead: (who: Person, c: Conversation): boolean => c.person === null || c.person.id === who.id,
    botIsIn: (c: Conversation): boolean => c.kind === 'dm' || joined.has(c.id),
    join: (c: Conversation): void => void joined.add(c.id),
    joined: (): string[] => [...joined],
    /** What the page lists for a person. */
    channelsFor: (who: Person): ChannelInfo[] =>
      conversations
        .filter((c) => c.person === null || c.person.id === who.id)
        .map((c) =>
          c.kind === 'dm'
            ? { id: c.id, name: bot.name, kind: 'dm' }
            : { id: c.id, name: c.name, kind: 'channel' },
        ),
  };
}

export type Directory = ReturnType<typeof createDirectory>;
