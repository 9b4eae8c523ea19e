import { z } from 'zod';
import { Refusal } from '../../../shared/errors.ts';
import { instantOfWallTime, parseCivilDay } from '../../../shared/wall-time.ts';
import type { Slack } from '../app.ts';
import { message, modal, section } from '../blocks.ts';
import { explain } from '../errors.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import { onSubmit, type SubmitVisit } from '../on-submit.ts';
import { updateView, type Visit } from '../visit.ts';
import type { Reader } from '../words/words.ts';
import { type CardNeeds, type CardPlace, loadCard, placeIn } from './card.ts';
import { editForm, optInForm } from './card-forms.ts';
import { cardView, loadingCard, type Notice } from './card-view.ts';
import { cardIds } from './ids.ts';

/** The card, from wherever a person is named, and what can be done on it. */
export function registerCard(slack: Slack, needs: CardNeeds): void {
  const { contactDesk } = needs;
  const operator = { role: 'operator' } as const;
  onButton(slack, cardIds.open, { role: 'viewer' }, async (visit) => {
    const viewId =
      visit.view?.type === 'modal'
        ? await visit.pushModal(loadingCard(visit.words))
        : await visit.openModal(loadingCard(visit.words));
    await fillCard(slack, needs, visit, viewId, visit.value);
    return undefined;
  });

  onButton(slack, cardIds.tab, { role: 'viewer' }, async (visit) => {
    await redraw(visit, placeIn(visit.value));
    return undefined;
  });

  onButton(slack, cardIds.edit, operator, async ({ value, view, words, pushModal }) => {
    await pushModal(editForm(await contactDesk.load(value), view?.id ?? '', words));
    return undefined;
  });

  onButton(slack, cardIds.optIn, operator, async ({ value, view, words, pushModal }) => {
    const contact = await contactDesk.load(value);
    await pushModal(optInForm(contact, view?.id ?? '', slack.clock.now(), words));
    return undefined;
  });

  onButton(slack, cardIds.optOut, operator, async (visit) => {
    const { value, userId, words } = visit;
    const { maskedPhone: phone, first } = await contactDesk.optOut(value, userId);
    const text = words.mrkdwn(first ? 'card.opt-out-done' : 'card.opt-out-before', { phone });
    await redraw(visit, overviewOf(value), [{ text, level: first ? 'success' : 'info' }]);
    return undefined;
  });

  onButton(slack, cardIds.forget, { role: 'admin' }, async (visit) => {
    const { value, userId, words } = visit;
    const erased = await contactDesk.forget(value, userId);
    const names = erased.campaigns.join(', ');
    await redraw(visit, overviewOf(value), [
      {
        level: 'success',
        text: words.mrkdwn('card.forget-done', {
          phone: erased.maskedPhone,
          messages: erased.messages,
          followUps: erased.followUps,
          rows: erased.importRows,
        }),
      },
      { level: 'info', text: words.mrkdwn('card.forget-rest') },
      ...(names
        ? [{ level: 'warning' as const, text: words.mrkdwn('card.forget-campaigns', { names }) }]
        : []),
    ]);
    return undefined;
  });

  onSubmit(slack, cardIds.editForm, operator, async (visit) => {
    const { fields, words, userId } = visit;
    const { c, f, v } = visit.metadata(edited);
    const form = {
      name: fields.text('name'),
      state: fields.text('state'),
      city: fields.text('city'),
      zip: fields.text('zip'),
      segment: fields.text('segment'),
      tags: fields.text('tags'),
    };
    const changed = await contactDesk.edit(c, f, form, userId);
    const names = changed.map((field) => words.say('card.field', { field }));
    const text =
      names.length > 0
        ? words.mrkdwn('card.saved', { fields: words.list(names) })
        : words.mrkdwn('card.saved-nothing');
    await showBelow(visit, c, v, { text, level: 'success' });
    return undefined;
  });

  onSubmit(slack, cardIds.optInForm, operator, async (visit) => {
    const { fields, words, userId } = visit;
    const { c, v } = visit.metadata(below);
    const givenAt = momentOf(fields.text('day'), fields.text('time'), words);
    const { maskedPhone: phone } = await contactDesk
      .optIn(c, { text: fields.text('text'), givenAt }, userId)
      .catch((error: unknown) => {
        throw withMoment(error, words);
      });
    const text = words.mrkdwn('card.opt-in-done', { phone });
    await showBelow(visit, c, v, { text, level: 'success' });
    return undefined;
  });

  async function redraw(visit: ActionVisit, place: CardPlace, notices: readonly Notice[] = []) {
    const card = await loadCard(needs, place, slack.clock.now());
    const drawn = cardView(card, visit.member.role, visit.words, notices);
    if (await visit.update(drawn)) return;
    // Closed, or changed by somebody else's hand meanwhile: what was done is said all the same.
    const text = notices.map((notice) => notice.text).join('\n');
    if (text) await slack.post.toPerson(visit.userId, message(text));
  }

  /** The card under a form, with what the form came to; in a message when the card is gone. */
  async function showBelow(visit: SubmitVisit, id: string, viewId: string, notice: Notice) {
    const card = await loadCard(needs, overviewOf(id), slack.clock.now());
    const drawn = cardView(card, visit.member.role, visit.words, [notice]);
    if (viewId === '' || !(await updateView(slack, { viewId }, drawn))) {
      await visit.tell(message(notice.text));
    }
  }
}

const below = z.object({ c: z.uuid(), v: z.string() });
const edited = below.extend({ f: z.string() });

const overviewOf = (id: string): CardPlace => ({ c: id, t: 'overview', p: 1 });

/** What was chosen, on the reader's own clock. */
function momentOf(day: string, time: string, words: Reader): Date {
  const civil = parseCivilDay(day);
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (civil === null || hours === '') throw new Refusal('invalid', 'form.metadata');
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(instantOfWallTime(words.timeZone, civil, ms));
}

/** Draws the card of a claimed id into a view that is open; what does not work stands there too. */
export async function fillCard(
  slack: Slack,
  needs: CardNeeds,
  visit: Pick<Visit, 'member' | 'words' | 'userId'>,
  viewId: string,
  contactId: string,
): Promise<void> {
  const { words, member, userId } = visit;
  try {
    const card = await loadCard(needs, overviewOf(contactId), slack.clock.now());
    await updateView(slack, { viewId }, cardView(card, member.role, words));
  } catch (error) {
    const at = { action: cardIds.open, userId };
    await updateView(
      slack,
      { viewId },
      noticeView(explain(error, { words, log: slack.log, at }), words),
    );
  }
}

export const noticeView = (text: string, words: Reader) =>
  modal({
    id: cardIds.card,
    title: words.say('card.title'),
    close: words.say('base.close'),
    blocks: [section(text)],
  });

/** A refusal that names a moment, with that moment as the reader writes it. */
function withMoment(error: unknown, words: Reader): unknown {
  if (!(error instanceof Refusal) || typeof error.values.at !== 'number') return error;
  return new Refusal(error.kind, error.code, { at: words.dateTime(new Date(error.values.at)) });
}
