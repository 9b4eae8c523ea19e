import { check, say } from './account.ts';
import type { ackFigures, CampaignFigures, importFigures } from './figures.ts';

export type Outcome = {
  imported: Awaited<ReturnType<typeof importFigures>>;
  campaign: CampaignFigures;
  charts: readonly string[];
  acks: ReturnType<typeof ackFigures>;
};

/** What the demo promises, held against what was read back. */
export function judge({ imported, campaign, charts, acks }: Outcome): void {
  const { sent, delivered, failed, unconfirmed, duplicates, replied, opted_out, spent } =
    campaign.summary;
  say(
    `sent ${sent}, delivered ${delivered}, failed ${failed}, unconfirmed ${unconfirmed}, replied ${replied}, opted out ${opted_out}, spent $${spent}`,
  );
  check(
    imported.created > 0,
    `${imported.created} contacts from ${imported.rows} rows, ${imported.rejected} rejected, ${imported.merged} merged`,
  );
  check(sent > 0, 'messages were sent');
  check(duplicates === 0, `${duplicates} duplicates by the carrier's own log`);
  check(campaign.lost === 0, `${campaign.lost} rows lost`);
  check(
    unconfirmed === 0 && Number(campaign.reserved) === 0,
    'no message unconfirmed, no money reserved any more',
  );
  check(campaign.acceptedByCarrier >= sent, `the carrier's log holds all ${sent} sent messages`);
  check(charts.length === 2, `the digest has ${charts.length} charts`);
  check(
    acks.p99_ack_ms < 500 && acks.slowest_ack_ms <= 2_500,
    `Slack acks: p99 ${acks.p99_ack_ms} ms, slowest ${acks.slowest_ack_ms} ms of ${acks.requests}`,
  );
}
