import type { ActionsBlock, ExternalSelect, KnownBlock, MultiExternalSelect } from '@slack/types';
import {
  type ContactList,
  contactSorts,
  listViews,
  mostPicked,
  tableSizes,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { actions, button, context, plainText, select } from '../blocks.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { findIds } from './find-ids.ts';

/** What the controls need to know of a list and its page. */
export type Shown = {
  list: ContactList;
  total: number;
  more: boolean;
  pages: number;
  number: number;
  shownIds: readonly string[];
  /** Ids of stored selections, for those who may act on many. */
  bulk: { all: string; picked: string | null } | null;
};

type Element = ActionsBlock['elements'][number];

/** First, previous, next, last. */
export function pager({ list, pages, number }: Shown, words: Reader): KnownBlock[] {
  const turn = (unique: string, to: number, label: WordKey): Element =>
    button({
      id: findIds.page,
      unique,
      label: words.say(label),
      value: `${list.id}|${to}`,
    });
  const back = [
    ...(number > 2 ? [turn('first', 1, 'contacts.list.first-page')] : []),
    ...(number > 1 ? [turn('previous', number - 1, 'base.previous-page')] : []),
  ];
  const on = [
    ...(number < pages ? [turn('next', number + 1, 'base.next-page')] : []),
    ...(number < pages - 1 ? [turn('last', pages, 'contacts.list.last-page')] : []),
  ];
  return back.length + on.length > 0 ? [actions([...back, ...on])] : [];
}

/** How it is shown. */
export function viewControls({ list }: Shown, words: Reader): KnownBlock {
  const sorts = contactSorts.map((sort) => ({
    value: sort,
    label: words.say(`contacts.list.sort.${sort}`),
  }));
  const views = listViews.map((view) => ({
    value: view,
    label: words.say(`contacts.list.view.${view}`),
  }));
  const sizes = tableSizes.map((size) => ({
    value: String(size),
    label: words.say('contacts.list.size', { size }),
  }));
  const isMap = list.view.startsWith('map');
  return actions([
    select(`${findIds.view}:${list.id}`, views, { initial: list.view }),
    ...(isMap ? [] : [select(`${findIds.sort}:${list.id}`, sorts, { initial: list.sort })]),
    ...(list.view === 'table'
      ? [select(`${findIds.size}:${list.id}`, sizes, { initial: String(list.size) })]
      : []),
  ]);
}

/** Whom it shows. */
export function filterControls({ list }: Shown, role: Role, words: Reader): KnownBlock {
  const is = (id: string, label: WordKey, style?: 'primary'): Element =>
    button({ id, label: words.say(label), value: list.id, ...(style && { style }) });
  const filtered = Object.keys(list.filter).length > 0;
  return actions([
    is(findIds.filters, 'contacts.list.filters', 'primary'),
    ...(filtered ? [is(findIds.everybody, 'contacts.list.everybody')] : []),
    ...(filtered && includes(role, 'operator') && !list.filter.savedFilter
      ? [is(findIds.saveFilter, 'contacts.list.save-filter')]
      : []),
    is(findIds.savedFilters, 'contacts.list.saved-filters'),
  ]);
}

/** Opening one, choosing some, acting on many. */
export function choosingControls(shown: Shown, words: Reader): KnownBlock[] {
  const { list, bulk, shownIds, total, more } = shown;
  const picked = list.picked.length;
  const placeholder = (key: WordKey) => plainText(words.say(key), 150);
  const open: ExternalSelect = {
    type: 'external_select',
    action_id: `${findIds.card}:${list.id}`,
    placeholder: placeholder('contacts.list.open-one'),
    min_query_length: 0,
  };
  const opening = list.view === 'table' ? [open] : [];
  if (!bulk) return opening.length > 0 ? [actions(opening)] : [];
  // The block's name changes with what is chosen, so that Slack empties the select.
  const blockId = `contacts.choose:${picked}.${list.page}`;
  const pick: MultiExternalSelect = {
    type: 'multi_external_select',
    action_id: `${findIds.pick}:${list.id}`,
    placeholder: placeholder('contacts.list.pick-some'),
    min_query_length: 0,
  };
  const wholePage = shownIds.length > 0 && shownIds.every((id) => list.picked.includes(id));
  const pageButton = button({
    id: findIds.pickPage,
    label: words.say(wholePage ? 'contacts.list.unpick-page' : 'contacts.list.pick-page', {
      n: shownIds.length,
    }),
    value: `${list.id}|${wholePage ? '-' : ''}${list.page}`,
  });
  const acting: Element[] = [
    ...(bulk.picked
      ? [
          button({
            id: findIds.bulk,
            unique: 'picked',
            label: words.say('contacts.list.act-picked', { n: picked }),
            value: bulk.picked,
            style: 'primary',
          }),
          button({
            id: findIds.dropPicked,
            label: words.say('contacts.list.drop-picked'),
            value: list.id,
          }),
        ]
      : []),
    button({
      id: findIds.bulk,
      unique: 'all',
      label: more
        ? words.say('contacts.list.act-all-more')
        : words.say('contacts.list.act-all', { n: total }),
      value: bulk.all,
    }),
  ];
  return [
    ...(picked > 0
      ? [context(words.mrkdwn('contacts.list.picked', { n: picked, most: mostPicked }))]
      : []),
    ...(shownIds.length > 0 ? [actions([...opening, pick, pageButton], blockId)] : []),
    actions(acting),
  ];
}
