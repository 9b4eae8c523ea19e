import { z } from 'zod';
import {
  type ContactFilter,
  type ContactPage,
  type ContactSort,
  contactFilter,
  type Page,
} from '../../../features/contacts/index.ts';
import type { Member } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import type { SlackMessage } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import type { Reader } from '../words/words.ts';
import { foundContacts, pageSize } from './find-view.ts';
import { contactIds } from './ids.ts';

export type ContactFinder = {
  find(filter: ContactFilter, sort: ContactSort, page: Page): Promise<ContactPage>;
};

const turned = z.object({ p: z.number().int().min(1), f: contactFilter });

/** One page of a list. */
export async function findContacts(
  finder: ContactFinder,
  asked: { filter: ContactFilter; number: number; member: Member; words: Reader },
): Promise<SlackMessage> {
  const { filter, number, member, words } = asked;
  const page = await finder.find(filter, 'name', { number, size: pageSize });
  return foundContacts({ page, number, filter }, member.role, words);
}

export function registerFind(slack: Slack, finder: ContactFinder): void {
  onButton(
    slack,
    contactIds.findPage,
    { role: 'viewer' },
    async ({ value, member, words, replace }) => {
      await replace(await findContacts(finder, { ...parse(value), member, words }));
      return undefined;
    },
  );
}

function parse(value: string): { number: number; filter: ContactFilter } {
  try {
    const { p, f } = turned.parse(JSON.parse(value));
    return { number: p, filter: f };
  } catch {
    throw new Refusal('invalid', 'upload.filter');
  }
}
