import type { ModalView } from '@slack/types';
import {
  alsoCalled,
  type ContactPage,
  type ContactService,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import type { Slack } from '../app.ts';
import { button, clamp, modal, section } from '../blocks.ts';
import { explain } from '../errors.ts';
import type { CommandVisit, SubCommand } from '../on-command.ts';
import { escapeMrkdwn } from '../text.ts';
import { updateView } from '../visit.ts';
import type { Reader } from '../words/words.ts';
import type { CardNeeds } from './card.ts';
import { fillCard, noticeView } from './card-handlers.ts';
import { loadingCard } from './card-view.ts';
import { cardIds } from './ids.ts';

export type ShowNeeds = CardNeeds & { contacts: Pick<ContactService, 'find' | 'lookUp'> };

const shownAtMost = 10;

/** `/contacts show Maria Silva`, or any notation of a number. */
export const showCommand = (slack: Slack, needs: ShowNeeds): SubCommand => ({
  role: 'viewer',
  help: 'contacts.help.show',
  usage: 'Maria Silva',
  async run(visit) {
    const viewId = await visit.openModal(loadingCard(visit.words));
    try {
      await show(slack, needs, visit, viewId);
    } catch (error) {
      const { words, userId } = visit;
      const at = { command: '/contacts show', userId };
      const text = explain(error, { words, log: slack.log, at });
      await updateView(slack, { viewId }, noticeView(text, words));
    }
    return undefined;
  },
});

async function show(
  slack: Slack,
  needs: ShowNeeds,
  visit: CommandVisit,
  viewId: string,
): Promise<void> {
  const { words, member } = visit;
  const typed = visit.rest;
  if (typed === '') {
    await updateView(slack, { viewId }, noticeView(words.mrkdwn('card.no-typed'), words));
    return;
  }
  const found = await look(needs.contacts, typed, member.role);
  const [only, ...others] = found.rows;
  if (only && others.length === 0) {
    await fillCard(slack, needs, visit, viewId, only.id);
    return;
  }
  const view = only
    ? whichView(found, typed, member.role, words)
    : noticeView(words.mrkdwn('card.nobody', { typed: clamp(typed, 60) }), words);
  await updateView(slack, { viewId }, view);
}

/**
 * A whole number is looked up as one; anything else is a name or part of a number. Who may not see
 * whole numbers does not find out either whether there is one.
 */
async function look(
  contacts: ShowNeeds['contacts'],
  typed: string,
  role: Role,
): Promise<ContactPage> {
  const masked = !includes(role, 'operator');
  if (!masked && typed.replace(/\D/g, '').length >= 10) {
    const exact = await contacts.lookUp(typed).catch(() => null);
    if (exact) return { total: 1, more: false, rows: [exact] };
  }
  const page = { number: 1, size: shownAtMost };
  return contacts.find({ search: clamp(typed, 100) }, 'name', page, { masked });
}

function whichView(found: ContactPage, typed: string, role: Role, words: Reader): ModalView {
  const shown = found.total > found.rows.length ? 'some' : 'all';
  return modal({
    id: cardIds.which,
    title: words.say('card.which'),
    close: words.say('base.close'),
    blocks: [
      section(words.mrkdwn('card.several', { n: found.total, typed: clamp(typed, 60), shown })),
      ...found.rows.map((contact) => {
        const own = clamp(contact.name || words.say('card.no-name'), 80);
        const other = alsoCalled(contact, typed);
        const name = other
          ? words.say('contacts.find.also', { name: own, also: clamp(other, 40) })
          : own;
        const phone = includes(role, 'operator')
          ? contact.formattedPhone
          : maskPhone(contact.phone);
        const place = [contact.city, contact.state].flatMap((part) => (part ? [part] : []));
        return section(
          `*${escapeMrkdwn(clamp(name, 120)).replace(/\s+/g, ' ')}*\n${escapeMrkdwn(`${phone} · ${place.join(', ')} · ${contact.segment}`)}`,
          {
            accessory: button({
              id: cardIds.open,
              unique: contact.id,
              label: words.say('card.open'),
              value: contact.id,
              accessibilityLabel: words.say('card.open-of', { name: clamp(name, 60) }),
            }),
          },
        );
      }),
    ],
  });
}
