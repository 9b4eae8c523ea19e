import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { ControlService, DraftService } from '../../../features/campaigns/index.ts';
import {
  type BulkOrder,
  bulkActions,
  bulkOrder,
  type ContactFilter,
  type ListService,
  readOrder,
  type ValidationService,
} from '../../../features/contacts/index.ts';
import { includes, type Member } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { filterFromText } from '../contacts/filter-text.ts';
import { findIds } from '../contacts/find-ids.ts';
import { explain } from '../errors.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import type { SubCommand } from '../on-command.ts';
import { onSubmit } from '../on-submit.ts';
import { updateView, type Visit } from '../visit.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { beginCampaign, registerCampaignChoice } from './campaign-choice.ts';
import { type BulkDesk, type BulkDeskNeeds, createBulkDesk } from './desk.ts';
import {
  begunView,
  failedView,
  orderForm,
  reviewView,
  validateReview,
  workingView,
} from './forms.ts';
import { bulkChoices, bulkIds } from './ids.ts';
import { bulkMenu } from './menu.ts';
import { bulkProgress } from './messages.ts';

export type BulkNeeds = BulkDeskNeeds & {
  validations: Pick<ValidationService, 'plan' | 'confirm'>;
  drafts: Pick<DraftService, 'find' | 'begin' | 'save' | 'reach'>;
  control: Pick<ControlService, 'list'>;
  lists: Pick<ListService, 'selection'>;
};

/** The menu for a set of contacts, however it was chosen. Throws `bulk.nobody`. */
export async function offerBulk(
  { bulks }: Pick<BulkNeeds, 'bulks'>,
  filter: ContactFilter,
  { userId, words }: Pick<Visit, 'userId' | 'words'>,
  typed = '',
): Promise<SlackMessage> {
  return bulkMenu(await bulks.choose(filter, userId), typed, words);
}

/** `/contacts bulk`, `segment` and `export`, with the same words as `/contacts find`. */
export function bulkCommands(needs: BulkNeeds): Record<string, SubCommand> {
  const command = (help: WordKey, usage: SubCommand['usage'] & object): SubCommand => ({
    role: 'operator',
    help,
    usage,
    run: (visit) => offerBulk(needs, filterFromText(visit.rest), visit, visit.rest),
  });
  return {
    bulk: command('contacts.help.bulk', {
      en: 'state:FL tag:vip',
      'pt-BR': 'estado:FL etiqueta:vip',
    }),
    segment: command('contacts.help.segment', { en: 'state:FL', 'pt-BR': 'estado:FL' }),
    export: command('contacts.help.export', { en: 'state:CT', 'pt-BR': 'estado:CT' }),
  };
}

const begun = z.object({ b: z.uuid(), a: z.enum(bulkChoices) });
const asked = z.object({ b: z.uuid(), a: z.enum(bulkActions) });
const agreed = z.object({ b: z.uuid(), i: z.uuid(), o: bulkOrder, n: z.number().int().min(1) });
const agreedCost = z.object({ b: z.uuid(), c: z.string().regex(/^\d+(\.\d+)?$/) });

export function registerBulk(slack: Slack, needs: BulkNeeds): BulkDesk {
  const { bulks, validations } = needs;
  const operator = { role: 'operator' } as const;
  const desk = createBulkDesk(slack, needs);
  registerCampaignChoice(slack, needs);

  onButton(slack, findIds.bulk, operator, async (visit) => {
    const chosen = await needs.lists.selection(visit.value, visit.userId);
    return offerBulk(needs, 'ids' in chosen ? { ids: [...chosen.ids] } : chosen.filter, visit);
  });

  onButton(slack, bulkIds.begin, operator, async (visit) => {
    const { b, a } = parse(visit.value);
    const { words, userId, member } = visit;
    switch (a) {
      case 'opt-out':
        await slowly(visit, () => review(b, { action: a }, member, words));
        break;
      case 'validate':
        await slowly(visit, async () => {
          const { filter, total } = await bulks.own(b, userId);
          return validateReview(b, total, await validations.plan(filter), words);
        });
        break;
      case 'campaign':
        await slowly(visit, () => beginCampaign(needs, b, visit));
        break;
      default:
        await visit.openModal(orderForm(b, a, words));
    }
    return undefined;
  });

  onSubmit(slack, bulkIds.form, operator, async ({ fields, metadata, member, words }) => {
    const { b, a } = metadata(asked);
    const order = readOrder(a, {
      segment: fields.text('segment'),
      tag: fields.text('tag'),
      format: fields.text('format'),
    });
    return { update: await review(b, order, member, words) };
  });

  onSubmit(slack, bulkIds.review, operator, async ({ metadata, userId, words }) => {
    const { b, i, o, n } = metadata(agreed);
    await bulks.confirm(b, { id: i, order: o, agreed: n }, userId);
    return { update: begunView(words) };
  });

  onSubmit(slack, bulkIds.validateReview, operator, async ({ metadata, userId, words }) => {
    const { b, c } = metadata(agreedCost);
    const { filter } = await bulks.own(b, userId);
    await validations.confirm(filter, { maxCost: c }, userId);
    return { update: begunView(words) };
  });

  onButton(slack, bulkIds.undo, operator, async ({ value, userId, words, replace }) => {
    const { order, changed } = await bulks.undo(value, userId);
    const first = { done: 0, total: changed };
    if (order) await replace(bulkProgress({ status: 'undoing', order }, first, words));
    return undefined;
  });

  onButton(slack, bulkIds.file, operator, async ({ value, userId, words, at }) => {
    const bulk = await bulks.own(value, userId);
    // A file is for the one who asked for it: not even an admin gets it by a borrowed button.
    if (bulk.createdBy !== userId) throw new Refusal('forbidden', 'bulk.not-yours');
    await desk.sendFileAgain(bulk, at, words);
    return message(words.mrkdwn('bulk.file-sent'));
  });

  return desk;

  async function review(
    bulkId: string,
    order: BulkOrder,
    member: Member,
    words: Reader,
  ): Promise<ModalView> {
    const plan = await bulks.plan(bulkId, order, member.userId);
    const full = includes(member.role, 'admin');
    return reviewView({ bulkId, id: randomUUID(), order, plan, full }, words);
  }

  /** Opens at once; what needs to look at many contacts comes into the open view. */
  async function slowly(visit: ActionVisit, draw: () => Promise<ModalView>): Promise<void> {
    const { words, userId } = visit;
    const viewId = await visit.openModal(workingView(words));
    const shown = await draw().catch((error: unknown) => {
      const at = { action: bulkIds.begin, userId };
      return failedView(explain(error, { words, log: slack.log, at }), words);
    });
    await updateView(slack, { viewId }, shown);
  }
}

function parse(value: string) {
  try {
    return begun.parse(JSON.parse(value));
  } catch {
    throw new Refusal('not-found', 'bulk.unknown');
  }
}
