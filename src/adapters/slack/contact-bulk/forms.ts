import type { ModalView } from '@slack/types';
import type { Campaign, Waterfall } from '../../../features/campaigns/index.ts';
import type { BulkOrder, BulkPlan, ValidationPlan } from '../../../features/contacts/index.ts';
import { context, input, modal, radio, section, select, textBox } from '../blocks.ts';
import { providerName } from '../contacts/provider-name.ts';
import { clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { bulkIds } from './ids.ts';

export const workingView = (words: Reader): ModalView =>
  modal({
    id: 'base.notice',
    title: words.say('base.loading-title'),
    close: words.say('base.close'),
    blocks: [section(words.mrkdwn('base.loading'))],
  });

export const failedView = (text: string, words: Reader): ModalView =>
  notice(words.say('base.error-title'), text, words);

/** What was agreed to is being done, and where it will be told. */
export const begunView = (words: Reader): ModalView =>
  notice(words.say('bulk.begun-title'), words.mrkdwn('bulk.begun'), words);

/** `text` is escaped mrkdwn. */
export const doneView = (text: string, words: Reader): ModalView =>
  notice(words.say('base.done-title'), text, words);

const notice = (title: string, text: string, words: Reader): ModalView =>
  modal({ id: 'base.notice', title, close: words.say('base.close'), blocks: [section(text)] });

/** The one thing that is not known yet: which segment, which tag, which kind of file. */
export function orderForm(
  bulkId: string,
  action: 'segment' | 'tag' | 'untag' | 'export',
  words: Reader,
): ModalView {
  const element = {
    segment: () =>
      input({
        field: 'segment',
        label: words.say('bulk.segment'),
        hint: words.say('bulk.segment-hint'),
        optional: true,
        element: textBox('segment', { max: 100 }),
      }),
    tag: () =>
      input({ field: 'tag', label: words.say('bulk.tag'), element: textBox('tag', { max: 60 }) }),
    untag: () =>
      input({ field: 'tag', label: words.say('bulk.untag'), element: textBox('tag', { max: 60 }) }),
    export: () =>
      input({
        field: 'format',
        label: words.say('bulk.format'),
        element: radio(
          'format',
          [
            {
              value: 'xlsx',
              label: words.say('bulk.format-xlsx'),
              description: words.say('bulk.format-xlsx-hint'),
            },
            {
              value: 'csv',
              label: words.say('bulk.format-csv'),
              description: words.say('bulk.format-csv-hint'),
            },
          ],
          'xlsx',
        ),
      }),
  };
  return modal({
    id: bulkIds.form,
    title: words.say(`bulk.begin.${action}`),
    submit: words.say('bulk.next'),
    close: words.say('base.cancel'),
    metadata: { b: bulkId, a: action },
    blocks: [element[action]()],
  });
}

/**
 * The confirm dialog: what will happen, with the numbers of this moment. `id` is this dialog's own.
 * Where nothing would change there is nothing to confirm.
 */
export function reviewView(
  asked: { bulkId: string; id: string; order: BulkOrder; plan: BulkPlan; full: boolean },
  words: Reader,
): ModalView {
  const { order, plan } = asked;
  const { action } = order;
  const values = {
    n: plan.total,
    already: plan.already,
    waiting: plan.waiting,
    word: wordOf(order),
    full: asked.full ? 'yes' : 'no',
  };
  // Those who are like that already are not promised again.
  const changing = plan.total - plan.already;
  if (changing === 0 && action !== 'export') {
    const title = words.say('bulk.nothing-title');
    return notice(title, words.mrkdwn(`bulk.nothing.${action}`, values), words);
  }
  const undo =
    action === 'export'
      ? []
      : [context(words.mrkdwn(action === 'opt-out' ? 'bulk.review-no-undo' : 'bulk.review-undo'))];
  return modal({
    id: bulkIds.review,
    title: words.say('bulk.review'),
    submit: words.say(`bulk.do.${action}`, { n: changing }),
    close: words.say('base.not-now'),
    metadata: { b: asked.bulkId, i: asked.id, o: order, n: plan.total },
    blocks: [section(words.mrkdwn(`bulk.review.${action}`, values)), ...undo],
  });
}

export const wordOf = (order: BulkOrder): string =>
  order.action === 'segment'
    ? order.segment
    : 'tag' in order
      ? order.tag
      : 'format' in order
        ? order.format
        : '';

const newDraft = 'new';

export const campaignForm = (
  bulkId: string,
  drafts: readonly Pick<Campaign, 'id' | 'name'>[],
  words: Reader,
): ModalView =>
  modal({
    id: bulkIds.campaignForm,
    title: words.say('bulk.begin.campaign'),
    submit: words.say('bulk.next'),
    close: words.say('base.cancel'),
    metadata: { b: bulkId },
    blocks: [
      input({
        field: 'draft',
        label: words.say('bulk.campaign-draft'),
        element: select(
          'draft',
          [
            { value: newDraft, label: words.say('bulk.campaign-new') },
            ...drafts.slice(0, 99).map(({ id, name }) => ({ value: id, label: name || '–' })),
          ],
          { initial: newDraft },
        ),
      }),
      input({
        field: 'name',
        label: words.say('bulk.campaign-name'),
        hint: words.say('bulk.campaign-name-hint'),
        optional: true,
        element: textBox('name', { max: 100 }),
      }),
    ],
  });

export const isNewDraft = (value: string): boolean => value === newDraft || value === '';

export const campaignReview = (
  asked: {
    bulkId: string;
    /** Null for a draft that does not exist yet. */
    campaign: Pick<Campaign, 'id' | 'version'> | null;
    name: string;
    total: number;
    reach: Waterfall;
    channel: string;
  },
  words: Reader,
): ModalView =>
  modal({
    id: bulkIds.campaignReview,
    title: words.say('bulk.review'),
    submit: words.say('bulk.campaign-do'),
    close: words.say('base.not-now'),
    metadata: {
      b: asked.bulkId,
      k: asked.campaign?.id ?? '',
      v: asked.campaign?.version ?? 0,
      nm: clamp(asked.name, 100),
    },
    blocks: [
      section(
        words.mrkdwn('bulk.campaign-review', {
          name: asked.name,
          n: asked.total,
          reach: asked.reach.final,
          channel: asked.channel,
          before: asked.campaign ? 'yes' : 'no',
        }),
      ),
      context(words.mrkdwn('bulk.campaign-review-hint')),
    ],
  });

export const validateReview = (
  bulkId: string,
  total: number,
  plan: ValidationPlan,
  words: Reader,
): ModalView =>
  plan.count === 0
    ? failedView(words.mrkdwn('contacts.validate.nothing'), words)
    : modal({
        id: bulkIds.validateReview,
        title: words.say('bulk.review'),
        submit: words.say('bulk.validate-do', { n: plan.count }),
        close: words.say('base.not-now'),
        metadata: { b: bulkId, c: plan.maxCost.toFixed() },
        blocks: [
          section(
            words.mrkdwn('bulk.validate-review', {
              n: plan.count,
              total,
              provider: plan.byProvider.map(({ provider }) => providerName(provider)).join(', '),
              cost: words.money(plan.maxCost),
              simulated: plan.simulated ? 'yes' : 'no',
            }),
          ),
          context(words.mrkdwn('contacts.validate.fresh')),
        ],
      });
