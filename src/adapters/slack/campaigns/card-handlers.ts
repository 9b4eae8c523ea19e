import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type {
  ApprovalService,
  ControlService,
  DraftService,
} from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { input, message, modal, type SlackMessage, textBox } from '../blocks.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import { onSubmit, type SubmitOutcome } from '../on-submit.ts';
import { cleanText } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { Reader, WordKey } from '../words/words.ts';
import { campaignModal, campaignWarning } from './campaign-modal.ts';
import { idOf, seenOf, stopOf, versionOf, versionValue } from './claims.ts';
import { fieldIds, ids } from './ids.ts';
import type { CampaignOutbox } from './outbox.ts';
import { undecidedText } from './undecided-text.ts';
import { underFields } from './wizard-submit.ts';

export type CardNeeds = {
  drafts: DraftService;
  approvals: ApprovalService;
  control: ControlService;
  outbox: CampaignOutbox;
  /** A campaign's card for one person. */
  show: (to: Pick<Visit, 'member' | 'words'>, campaignId: string) => Promise<SlackMessage>;
};

/** How long a person waits for the channel's card to follow what they did. */
const followMs = 1_500;

/** The buttons of a campaign's card. Each decision is judged anew; the card then shows how it stands. */
export function registerCards(slack: Slack, needs: CardNeeds): void {
  const { approvals, control, outbox } = needs;
  const texts = { team: slack.team, approvals };

  onButton(slack, ids.approve, { role: 'approver' }, async (visit) => {
    const { id, version } = versionOf(visit.value);
    try {
      const { name } = await approvals.approve(id, version, visit.userId);
      return await answered(visit, id, visit.words.mrkdwn('campaigns.you-approved', { name }));
    } catch (error) {
      return await refused(
        visit,
        id,
        await undecidedText(texts, visit.words, error, { id, version }),
      );
    } finally {
      await refresh(id, version);
    }
  });

  onButton(slack, ids.reject, { role: 'approver' }, async (visit) => {
    const { id, version } = versionOf(visit.value);
    const open = visit.view?.type === 'modal' ? visit.pushModal : visit.openModal;
    await open(rejectForm(visit.words, versionValue({ id }, version)));
    return undefined;
  });

  onSubmit(slack, ids.rejectForm, { role: 'approver' }, async (visit): Promise<SubmitOutcome> => {
    const { id, version } = versionOf(visit.metadata(z.object({ c: z.string() })).c);
    try {
      const reason = cleanText(visit.fields.text(fieldIds.reason));
      await approvals.reject(id, version, visit.userId, reason);
      return { close: 'all' };
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'invalid') throw underFields(error);
      return {
        update: campaignModal(
          visit.words,
          message(await undecidedText(texts, visit.words, error, { id, version })),
        ),
      };
    } finally {
      await refresh(id, version);
    }
  });

  const moves = [
    [ids.pause, 'operator', control.pause, 'campaigns.you-paused'],
    [ids.resume, 'approver', control.resume, 'campaigns.you-resumed'],
    [ids.cancel, 'operator', control.cancel, 'campaigns.you-canceled'],
  ] as const;
  for (const [button, role, move, said] of moves) {
    onButton(slack, button, { role }, async (visit) => {
      const { id, seen } = seenOf(visit.value);
      try {
        const { name } = await move(id, visit.userId, seen);
        return await answered(visit, id, visit.words.mrkdwn(said, { name }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
        return await refused(visit, id, visit.words.refusal(error));
      } finally {
        await refresh(id);
      }
    });
  }

  const switches = [
    [ids.kill, 'operator', control.kill, 'campaigns.you-killed', 'campaigns.was-killed'],
    [
      ids.unkill,
      'approver',
      (by: string, value: string) => control.unkill(by, stopOf(value)),
      'campaigns.you-unkilled',
      'campaigns.was-unkilled',
    ],
  ] as const;
  for (const [button, role, turn, changed, unchanged] of switches) {
    onButton(slack, button, { role }, async (visit) => {
      try {
        const said: WordKey = (await turn(visit.userId, visit.value)) ? changed : unchanged;
        return message(visit.words.mrkdwn(said));
      } finally {
        await follow(outbox.refreshCards());
      }
    });
  }

  onButton(slack, ids.show, { role: 'viewer' }, async (visit) => {
    const shown = await needs.show(visit, idOf(visit.value));
    if (!visit.view) return shown;
    await visit.openModal(campaignModal(visit.words, shown));
    return undefined;
  });

  /** Draws again what the person looks at, where that is theirs alone; else they are told. */
  async function answered(
    visit: ActionVisit,
    id: string,
    text: string,
  ): Promise<SlackMessage | undefined> {
    if (visit.view?.type === 'modal') {
      await visit.update(campaignModal(visit.words, await needs.show(visit, id)));
      return undefined;
    }
    if (visit.view || visit.at) return message(text);
    await visit.replace(await needs.show(visit, id));
    return undefined;
  }

  /** What they look at alone is drawn again, with why; the channel's card is in any case. */
  async function refused(
    visit: ActionVisit,
    id: string,
    why: string,
  ): Promise<SlackMessage | undefined> {
    const isTheirs = visit.view?.type === 'modal' || !(visit.view || visit.at);
    if (!isTheirs) return message(why);
    const shown = await needs.show(visit, id);
    if (!visit.view) await visit.replace(shown);
    else if (await visit.update(campaignWarning(visit.words, why, shown))) return undefined;
    return message(why);
  }

  /** Buttons that were decided go away at once, whoever pressed them and whether it worked or not. */
  async function refresh(id: string, version?: number): Promise<void> {
    const keep = async () => {
      const shown = version ?? (await needs.drafts.find(id)).version;
      await outbox.keepCard(id, shown);
    };
    await follow(keep());
  }

  async function follow(work: Promise<unknown>): Promise<void> {
    const finished = work.catch((error: unknown) => {
      slack.log.warn({ err: error }, 'a card could not be brought up to date');
    });
    await Promise.race([finished, delay(followMs, undefined, { ref: false })]);
  }
}

const rejectForm = (words: Reader, value: string) =>
  modal({
    id: ids.rejectForm,
    title: words.say('campaigns.reject'),
    submit: words.say('campaigns.reject'),
    close: words.say('base.cancel'),
    metadata: { c: value },
    blocks: [
      input({
        field: fieldIds.reason,
        label: words.say('campaigns.reject-why'),
        element: textBox(fieldIds.reason, { multiline: true, max: 500 }),
      }),
    ],
  });
