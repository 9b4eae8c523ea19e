import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { type ContactFilter, savedDefinition } from './filter.ts';
import type { FilterUse, SavedFilter, SavedFilterStore } from './find-ports.ts';

export const longestFilterName = 60;

export type SavedFilterService = ReturnType<typeof createSavedFilterService>;

/**
 * Filters with a name, for the whole team. They are asked anew each time, so a campaign that uses
 * one gets whoever fits when it is submitted.
 */
export function createSavedFilterService({
  store,
  clock,
}: {
  store: SavedFilterStore;
  clock: Clock;
}) {
  async function get(id: string): Promise<SavedFilter> {
    const saved = await store.get(id);
    if (!saved) throw gone();
    return saved;
  }

  return {
    list: () => store.list(),
    get,

    /** Throws `contacts.filter-name-taken` (unless it shall be replaced), `contacts.filter-nested`. */
    async save(
      asked: { name: string; filter: ContactFilter; replace: boolean },
      by: string,
    ): Promise<SavedFilter> {
      const name = nameOf(asked.name);
      if (!savedDefinition.safeParse(asked.filter).success) {
        throw new Refusal('conflict', 'contacts.filter-nested');
      }
      const saved = await store.save({ ...asked, name }, by, clock.now());
      if (!saved) throw taken(name);
      return saved;
    },

    async rename(id: string, to: string, by: string): Promise<void> {
      const name = nameOf(to);
      const became = await store.rename(id, name, by, clock.now());
      if (became === 'taken') throw taken(name);
      if (became === 'gone') throw gone();
    },

    usedBy: (id: string): Promise<FilterUse[]> => store.usedBy(id),

    /** Throws `contacts.filter-in-use` while a campaign that has not begun would ask it again. */
    async remove(id: string, by: string): Promise<void> {
      const { name } = await get(id);
      const became = await store.remove(id, by, clock.now());
      if (became === 'gone') throw gone();
      if (became === 'removed') return;
      const campaigns = became.map((use) => use.name).slice(0, 3);
      throw new Refusal('conflict', 'contacts.filter-in-use', {
        name,
        campaigns: campaigns.join(', '),
        n: became.length,
      });
    },
  };
}

const gone = () => new Refusal('not-found', 'contacts.saved-filter-gone');

const taken = (name: string) =>
  new Refusal(
    'conflict',
    'contacts.filter-name-taken',
    { name },
    { name: 'contacts.filter-name-taken' },
  );

function nameOf(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name !== '' && name.length <= longestFilterName) return name;
  const code = 'contacts.filter-name';
  throw new Refusal('invalid', code, { limit: longestFilterName }, { name: code });
}
