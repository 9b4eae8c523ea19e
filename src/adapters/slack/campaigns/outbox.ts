import type {
  ApprovalService,
  CampaignEvent,
  CampaignNews,
  CampaignStore,
  ControlService,
  NewsStore,
} from '../../../features/campaigns/index.ts';
import type { Clock } from '../../../shared/clock.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { message, section } from '../blocks.ts';
import type { Poster } from '../posting.ts';
import { type Card, campaignCard } from './card.ts';
import { draftButtons } from './draft-message.ts';
import { isAlarm, threadLine } from './thread-text.ts';

export type OutboxNeeds = {
  slack: Pick<Slack, 'channelReader' | 'post' | 'readerOf' | 'log'>;
  poster: Poster;
  news: NewsStore;
  campaigns: Pick<CampaignStore, 'find' | 'progress'>;
  approvals: Pick<ApprovalService, 'find'>;
  control: Pick<ControlService, 'killSwitch'>;
  clock: Clock;
  channels: { approvals: string; alerts: string };
  simulated: boolean;
};

export const cardKey = (campaignId: string, version: number): string =>
  `campaign:${campaignId}:${version}:card`;

/**
 * What Slack is told about campaigns: one card for each submission, kept current, and what happened
 * in its thread. Everything comes from the database, so it can stop anywhere and be run again.
 */
export function createCampaignOutbox(needs: OutboxNeeds) {
  const { slack, poster, news, campaigns, approvals, control, clock, channels } = needs;
  const words = slack.channelReader;

  async function cardOf(campaignId: string, version: number): Promise<Card | null> {
    const [campaign, approval, progress, killSwitch] = await Promise.all([
      campaigns.find(campaignId),
      approvals.find(campaignId, version),
      campaigns.progress([campaignId]),
      control.killSwitch(),
    ]);
    const counts = progress.get(campaignId);
    if (!campaign || !approval || !counts) return null;
    return {
      campaign,
      approval,
      progress: counts,
      killSwitch,
      simulated: needs.simulated,
    };
  }

  async function keepCard(campaignId: string, version: number): Promise<{ ts: string } | null> {
    const card = await cardOf(campaignId, version);
    if (!card) return null;
    const { text, blocks = [] } = campaignCard(words, card);
    return poster.keep({
      key: cardKey(campaignId, version),
      channel: channels.approvals,
      message: { text, blocks },
      event: 'campaign_card',
    });
  }

  async function tell({ campaignId, version, events }: CampaignNews): Promise<void> {
    const card = await keepCard(campaignId, version);
    for (const event of events.filter(({ kind }) => kind === 'submit-failed')) {
      await tellSubmitter(event);
    }
    const lines = events.flatMap((event) => threadLine(words, event) ?? []);
    const last = events.at(-1);
    if (card && lines.length > 0 && last) {
      await poster.post({
        key: `campaign-event:${last.id}`,
        channel: channels.approvals,
        message: { ...textMessage(lines), threadTs: card.ts },
      });
    }
    await alarm(campaignId, events);
    await news.markPosted(
      events.map(({ id }) => id),
      clock.now(),
    );
  }

  async function alarm(campaignId: string, events: CampaignNews['events']): Promise<void> {
    const alarms = events.filter(isAlarm);
    const last = alarms.at(-1);
    const campaign = last && (await campaigns.find(campaignId));
    if (!last || !campaign) return;
    const lines = alarms.flatMap((event) => threadLine(words, event) ?? []);
    await poster.post({
      key: `campaign-alarm:${last.id}`,
      channel: channels.alerts,
      message: textMessage([
        words.mrkdwn('campaigns.card-title', { name: campaign.name }),
        ...lines,
      ]),
    });
  }

  /** The form is closed by then, so whoever submitted it is told in their own conversation. */
  async function tellSubmitter({ id, campaignId, detail }: CampaignEvent): Promise<void> {
    const campaign = await campaigns.find(campaignId);
    if (!campaign?.submittedBy) return;
    const reader = await slack.readerOf(campaign.submittedBy);
    const values = (detail.values ?? {}) as Record<string, string | number>;
    const refusal = new Refusal('conflict', String(detail.code ?? 'conflict'), values);
    const text = reader.mrkdwn('campaigns.submit-failed', {
      name: campaign.name,
      why: { mrkdwn: reader.refusal(refusal) },
    });
    await poster.post({
      key: `campaign-returned:${id}`,
      channel: await slack.post.conversationWith(campaign.submittedBy),
      message: { text, blocks: draftButtons(reader, campaignId, text) },
    });
  }

  return {
    keepCard,

    /** Pump: posts what happened since, one reply for each campaign and run. */
    async postNews(): Promise<number> {
      const waiting = await news.unposted(200);
      for (const one of waiting) await apart(one.campaignId, () => tell(one));
      return waiting.length;
    },

    /** Pump: brings the cards of live campaigns up to date. */
    async refreshCards(): Promise<void> {
      for (const { campaignId, version } of await news.lively(clock.now())) {
        await apart(campaignId, () => keepCard(campaignId, version));
      }
    },
  };

  /** What goes wrong with one campaign is tried again next time, and never keeps the others waiting. */
  async function apart(campaignId: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      slack.log.warn({ err: error, campaign: campaignId }, 'Slack does not know yet');
    }
  }
}

/** Slack takes 3,000 characters in a section; the top-level text may be a little longer. */
function textMessage(lines: readonly string[]) {
  const { text } = message(lines.join('\n'));
  return { text, blocks: [section(text)] };
}
export type CampaignOutbox = ReturnType<typeof createCampaignOutbox>;
