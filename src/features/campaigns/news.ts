import type { CampaignEvent } from './ports.ts';

/** What a campaign's thread still has to be told, oldest first. */
export type CampaignNews = {
  campaignId: string;
  /** The submission whose card carries the thread. */
  version: number;
  events: CampaignEvent[];
};

/** Rows of campaign_events as an outbox, and which cards may have changed. */
export type NewsStore = {
  unposted(limit: number): Promise<CampaignNews[]>;
  markPosted(eventIds: readonly string[], at: Date): Promise<void>;
  /** Campaigns that are live, or were until a moment ago: their cards are kept current. */
  lively(now: Date): Promise<{ campaignId: string; version: number }[]>;
};
