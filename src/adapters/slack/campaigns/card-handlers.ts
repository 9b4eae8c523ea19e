import { z } from 'zod';
import type {
  ApprovalService,
  ControlService,
  DraftService,
} from '../../../features/campaigns/index.ts';
import type { WatchService } from '../../../features/delivery/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { input, message, modal, section, textBox } from '../blocks.ts';
import { type ActionVisit, onButton } from '../on-action.ts';
import { onSubmit } from '../on-submit.ts';
import { cardValue } from './card.ts';
import { fieldIds, ids } from './ids.ts';
import type { CampaignOutbox } from './outbox.ts';

export type CardNeeds = {
  drafts: DraftService;
  approvals: ApprovalService;
  control: ControlService;
  watch: Pick<WatchService, 'resolve'>;
  outbox: CampaignOutbox;
  /** A campaign's figures for one person, with the buttons they may press. */
  show: (
    visit: Pick<ActionVisit, 'words'>,
    campaignId: string,
  ) => Promise<ReturnType<typeof message>>;
};

const claim = z.tuple([z.uuid(), z.coerce.number().int().positive()]);

/** `campaign:version` as a button brought it back. */
function claimOf(value: string): { id: string; version: number } {
  const parsed = claim.safeParse(value.split(':'));
  if (!parsed.success) throw new Refusal('invalid', 'form.metadata');
  const [id, version] = parsed.data;
  return { id, version };
}

/** The buttons of a campaign's card. Each decision is judged anew; the card then shows how it stands. */
export function registerCards(slack: Slack, needs: CardNeeds): void {
  const { approvals, control, outbox } = needs;

  onButton(slack, ids.approve, { role: 'approver' }, async ({ value, userId, words }) => {
    const { id, version } = claimOf(value);
    const campaign = await approvals
      .approve(id, version, userId)
      .finally(() => refresh(id, version));
    return message(words.mrkdwn('campaigns.you-approved', { name: campaign.name }));
  });

  onButton(slack, ids.reject, { role: 'approver' }, async (visit) => {
    const { id, version } = claimOf(visit.value);
    await visit.openModal(
      modal({
        id: ids.rejectForm,
        title: visit.words.say('campaigns.reject'),
        submit: visit.words.say('campaigns.reject'),
        close: visit.words.say('base.cancel'),
        metadata: { c: cardValue({ id }, version) },
        blocks: [
          input({
            field: fieldIds.reason,
            label: visit.words.say('campaigns.reject-why'),
            element: textBox(fieldIds.reason, { multiline: true, max: 500 }),
          }),
        ],
      }),
    );
    return undefined;
  });

  onSubmit(slack, ids.rejectForm, { role: 'approver' }, async ({ metadata, fields, userId }) => {
    const { id, version } = claimOf(metadata(z.object({ c: z.string() })).c);
    await approvals
      .reject(id, version, userId, fields.text(fieldIds.reason))
      .finally(() => refresh(id, version));
    return undefined;
  });

  onButton(slack, ids.pause, { role: 'operator' }, async ({ value, userId, words }) => {
    const campaign = await control.pause(value, userId).finally(() => refresh(value));
    return message(words.mrkdwn('campaigns.you-paused', { name: campaign.name }));
  });
  onButton(slack, ids.resume, { role: 'approver' }, async ({ value, userId, words }) => {
    const campaign = await control.resume(value, userId).finally(() => refresh(value));
    return message(words.mrkdwn('campaigns.you-resumed', { name: campaign.name }));
  });
  onButton(slack, ids.cancel, { role: 'operator' }, async ({ value, userId, words }) => {
    const campaign = await control.cancel(value, userId).finally(() => refresh(value));
    return message(words.mrkdwn('campaigns.you-canceled', { name: campaign.name }));
  });

  onButton(slack, ids.kill, { role: 'operator' }, async ({ userId, words }) => {
    const changed = await control.kill(userId);
    await outbox.refreshCards();
    return message(words.mrkdwn(changed ? 'campaigns.you-killed' : 'campaigns.was-killed'));
  });
  onButton(slack, ids.unkill, { role: 'approver' }, async ({ userId, words }) => {
    const changed = await control.unkill(userId);
    await outbox.refreshCards();
    return message(words.mrkdwn(changed ? 'campaigns.you-unkilled' : 'campaigns.was-unkilled'));
  });

  onButton(slack, ids.show, { role: 'viewer' }, async (visit) => {
    const shown = await needs.show(visit, visit.value);
    if (!visit.view) return shown;
    const { blocks = [section(shown.text)] } = shown;
    await visit.openModal(
      modal({
        id: ids.show,
        title: visit.words.say('campaigns.wizard-title'),
        close: visit.words.say('base.close'),
        blocks,
      }),
    );
    return undefined;
  });

  for (const [id, to] of [
    [ids.sendAgain, 'again'],
    [ids.close, 'closed'],
  ] as const) {
    onButton(slack, id, { role: 'approver' }, async ({ value, userId, words }) => {
      await needs.watch.resolve(value, to, userId);
      return message(words.mrkdwn('campaigns.resolved'));
    });
  }

  /** Buttons that were decided go away at once, whoever pressed them and whether it worked or not. */
  async function refresh(id: string, version?: number): Promise<void> {
    const shown = version ?? (await needs.drafts.find(id)).version;
    await outbox.keepCard(id, shown).catch((error: unknown) => {
      slack.log.warn({ err: error, campaign: id }, 'the card could not be brought up to date');
    });
  }
}
