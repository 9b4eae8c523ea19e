import {
  type ContactFilter,
  type ContactList,
  type ContactService,
  type ImportService,
  type ListPlace,
  type ListService,
  pageSizeOf,
  type SavedFilterService,
} from '../../../features/contacts/index.ts';
import type { ChartRenderer } from '../../../features/reports/index.ts';
import type { Member } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import type { SlackMessage } from '../blocks.ts';
import type { Poster } from '../posting.ts';
import { respondAt } from '../respond-at.ts';
import type { Reader } from '../words/words.ts';
import { filterInWords } from './filter-words.ts';
import { mapAlt, mapChart, mapMessage } from './list-map.ts';
import {
  type ListPage,
  listMessage,
  mayActOnMany,
  type ShownList,
  sightOf,
} from './list-message.ts';

export type FindNeeds = {
  contacts: ContactService;
  lists: ListService;
  savedFilters: SavedFilterService;
  imports: Pick<ImportService, 'get'>;
  charts: Pick<ChartRenderer, 'contactMap'>;
  poster: Pick<Poster, 'uploadImage'>;
};

export type Looking = { member: Member; words: Reader };

/** A list as it stands, and how to put it where a person looks. */
export function createFindDesk(slack: Slack, needs: FindNeeds) {
  const { contacts, lists, savedFilters, imports } = needs;

  /** The filter in words, with the names that it knows only by id. */
  async function said(filter: ContactFilter, { member, words }: Looking): Promise<string> {
    const gone = () => undefined;
    const [saved, file] = await Promise.all([
      filter.savedFilter ? savedFilters.get(filter.savedFilter).catch(gone) : undefined,
      filter.importId ? imports.get(filter.importId).catch(gone) : undefined,
    ]);
    const names = { savedFilter: saved?.name, importFile: file?.fileName };
    return filterInWords(filter, words, names, sightOf(member.role));
  }

  async function pageOf(list: ContactList, looking: Looking): Promise<ListPage> {
    const { role } = looking.member;
    const size = pageSizeOf(list);
    const [found, inWords] = await Promise.all([
      contacts.find(list.filter, list.sort, { number: list.page, size }, sightOf(role)),
      said(list.filter, looking),
    ]);
    return {
      list: { ...list, page: found.page.number },
      rows: found.rows,
      total: found.total,
      more: found.more,
      number: found.page.number,
      pages: Math.max(1, Math.ceil(found.total / size)),
      shownIds: list.view.startsWith('map') ? [] : found.rows.map(({ id }) => id),
      said: inWords,
      bulk: mayActOnMany(role) && found.total > 0 ? await selections(list) : null,
    };
  }

  /** What the buttons hand over: the filter as it is now, to be asked again, or the chosen ones. */
  async function selections(list: ContactList): Promise<{ all: string; picked: string | null }> {
    const { owner, filter, picked } = list;
    const [all, some] = await Promise.all([
      lists.saveSelection(owner, { filter }),
      picked.length > 0 ? lists.saveSelection(owner, { ids: picked }) : null,
    ]);
    return { all, picked: some };
  }

  /** The map takes a moment: `soon` is what can be shown until then. */
  async function draw(
    list: ContactList,
    looking: Looking,
    soon: (shown: SlackMessage) => Promise<void> = async () => {},
  ): Promise<ShownList> {
    const page = await pageOf(list, looking);
    if (!list.view.startsWith('map') || page.total === 0) {
      return listMessage(page, looking.member.role, looking.words);
    }
    const states = await contacts.statesWithRates(list.filter, sightOf(looking.member.role));
    const message = (picture: Parameters<typeof mapMessage>[2]) =>
      mapMessage(page, states, picture, looking.member.role, looking.words);
    await soon(message('drawing'));
    const fileId = await picture(page, states, looking.words);
    const plain = message('none');
    return { rich: fileId ? message({ fileId }) : plain, plain };
  }

  async function picture(
    page: ListPage,
    states: Awaited<ReturnType<ContactService['statesWithRates']>>,
    words: Reader,
  ): Promise<string | null> {
    try {
      const chart = mapChart(page, states, words);
      const png = await needs.charts.contactMap(chart);
      const altText = mapAlt(page, states, words);
      const image = { name: `${page.list.view}.png`, png, title: chart.title, altText };
      return (await needs.poster.uploadImage(image)).fileId;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      slack.log.warn({ err: error }, 'a map of contacts is shown in words only');
      return null;
    }
  }

  /** Puts a list in the place of the message that shows it; into the person's messages when that is gone. */
  async function showAt(place: ListPlace, list: ContactList, looking: Looking): Promise<void> {
    const { rich, plain } = await draw(list, looking, async (shown) => {
      await replaceAt(place, shown);
    });
    if ((await replaceAt(place, rich)) || (await replaceAt(place, plain))) return;
    const posted = await slack.post
      .toPerson(list.owner, rich)
      .catch(() => slack.post.toPerson(list.owner, plain));
    const there = { channel: posted.channel, messageTs: posted.ts, responseUrl: null };
    await lists.change(list.id, list.owner, { place: there });
  }

  async function replaceAt(place: ListPlace, shown: SlackMessage): Promise<boolean> {
    if (place.responseUrl) return respondAt(place.responseUrl, shown);
    if (!place.channel || !place.messageTs) return false;
    const at = { channel: place.channel, ts: place.messageTs };
    return slack.post.update(at, shown).catch(() => false);
  }

  return { draw, said, showAt };
}

export type FindDesk = ReturnType<typeof createFindDesk>;
