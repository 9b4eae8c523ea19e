import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Campaign, Waterfall } from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { draftButtons } from '../campaigns/draft-message.ts';
import { onSubmit } from '../on-submit.ts';
import type { Visit } from '../visit.ts';
import { campaignForm, campaignReview, doneView, isNewDraft } from './forms.ts';
import type { BulkNeeds } from './handlers.ts';
import { bulkIds } from './ids.ts';

const chosen = z.object({ b: z.uuid() });
const agreed = z.object({
  b: z.uuid(),
  k: z.union([z.uuid(), z.literal('')]),
  v: z.number().int(),
  nm: z.string(),
});

/** Which draft is to have these contacts as its audience. */
export async function beginCampaign(
  { bulks, control }: BulkNeeds,
  bulkId: string,
  { userId, words }: Pick<Visit, 'userId' | 'words'>,
): Promise<ModalView> {
  await bulks.own(bulkId, userId);
  return campaignForm(bulkId, await control.list(['draft'], 99), words);
}

/** Whom the filter finds, as the menu counts them: nobody who was erased. */
const livingOf = ({ matched, excluded }: Waterfall): number => matched - (excluded.erased ?? 0);

export function registerCampaignChoice(slack: Slack, needs: BulkNeeds): void {
  const { bulks, drafts } = needs;
  const operator = { role: 'operator' } as const;

  onSubmit(slack, bulkIds.campaignForm, operator, async ({ fields, metadata, userId, words }) => {
    const { b } = metadata(chosen);
    const { filter } = await bulks.own(b, userId);
    const campaign = await draftIn(fields.text('draft'));
    const name = campaign?.name ?? fields.text('name').trim();
    if (name === '') {
      throw new Refusal('invalid', 'bulk.no-name', {}, { name: 'bulk.no-name' });
    }
    const channel = campaign?.channel ?? 'sms';
    const reach = await drafts.reach({ filter, channel });
    const total = livingOf(reach);
    return { update: campaignReview({ bulkId: b, campaign, name, total, reach, channel }, words) };
  });

  onSubmit(slack, bulkIds.campaignReview, operator, async ({ metadata, userId, words, tell }) => {
    const { b, k, v, nm } = metadata(agreed);
    const { filter } = await bulks.own(b, userId);
    const draft = k === '' ? await drafts.begin(userId, nm) : { id: k, version: v };
    const saved = await drafts.save(draft.id, draft.version, { filter }, userId, {
      draftOnly: true,
    });
    await bulks.handedOver(b, { campaign: saved.id }, userId);
    const n = livingOf(await drafts.reach(saved));
    const text = words.mrkdwn('bulk.campaign-done', { name: saved.name, n });
    await tell(message(text, draftButtons(words, saved.id, text)));
    return { update: doneView(`${text}\n${words.mrkdwn('bulk.campaign-next')}`, words) };
  });

  async function draftIn(value: string): Promise<Campaign | null> {
    return isNewDraft(value) ? null : drafts.find(value);
  }
}
