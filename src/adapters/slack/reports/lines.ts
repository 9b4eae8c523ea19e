import {
  type CampaignFigures,
  onTheWay,
  type Rate,
  rate,
  type StateFigures,
  type Trend,
  trend,
} from '../../../features/analytics/index.ts';
import { type Digest, leastForRate } from '../../../features/reports/index.ts';
import type { Reader } from '../words/words.ts';
import type { Calendar } from './calendar.ts';

/** One figure: what it is, how much, and how it compares with the day before. All mrkdwn. */
export type Kpi = { label: string; value: string; change: string };

export function kpis({ figures }: Digest, words: Reader): Kpi[] {
  const { totals, rates, previous, conversionsTracked } = figures;
  const share = (of: 'tried' | 'sent' | 'delivered', now: Rate): string =>
    now.share === null
      ? words.number(now.n)
      : words.mrkdwn('reports.share', {
          n: words.number(now.n),
          share: words.percent(now.share),
          of,
        });
  const byShare = (now: Rate, before: Rate): string =>
    change(words, trend(now, before), before.share === null ? '' : words.percent(before.share));
  const byAmount = (now: number, before: number, text: string): string =>
    change(words, now === before ? 'same' : now > before ? 'up' : 'down', text);
  const rows: [Parameters<Reader['mrkdwn']>[0], string, string][] = [
    [
      'reports.kpi.sent',
      share('tried', rates.sent),
      byAmount(totals.sent, previous.totals.sent, words.number(previous.totals.sent)),
    ],
    [
      'reports.kpi.delivered',
      share('sent', rates.delivered),
      byShare(rates.delivered, previous.rates.delivered),
    ],
    [
      'reports.kpi.failed',
      share('tried', rates.failed),
      byShare(rates.failed, previous.rates.failed),
    ],
    [
      'reports.kpi.unconfirmed',
      share('tried', rates.unconfirmed),
      byShare(rates.unconfirmed, previous.rates.unconfirmed),
    ],
    [
      'reports.kpi.replied',
      share('delivered', rates.replied),
      byShare(rates.replied, previous.rates.replied),
    ],
    [
      'reports.kpi.opted-out',
      share('delivered', rates.optedOut),
      byShare(rates.optedOut, previous.rates.optedOut),
    ],
    conversionsTracked
      ? [
          'reports.kpi.converted',
          share('delivered', rates.converted),
          byShare(rates.converted, previous.rates.converted),
        ]
      : ['reports.kpi.converted', words.mrkdwn('reports.untracked'), ''],
    [
      'reports.kpi.spent',
      words.mrkdwn('reports.spent', {
        amount: words.money(totals.spend),
        segments: totals.segments,
        unsettled: totals.unsettled.isZero() ? 'none' : words.money(totals.unsettled),
      }),
      byAmount(
        totals.spend.toNumber(),
        previous.totals.spend.toNumber(),
        words.money(previous.totals.spend),
      ),
    ],
  ];
  return rows.map(([label, value, changed]) => ({
    label: words.mrkdwn(label),
    value,
    change: changed,
  }));
}

const change = (words: Reader, direction: Trend | null, before: string): string =>
  words.mrkdwn('reports.change', { direction: direction ?? 'none', before });

/** Which time this is about, and everything a reader must know before believing it. */
export function notices(digest: Digest, words: Reader, calendar: Calendar): string[] {
  const { period, asOf, complete } = digest.figures;
  const zone = calendar.zone(period.start);
  const [example = ''] = digest.missed;
  return [
    words.mrkdwn(complete ? 'reports.period.whole' : 'reports.period.so-far', {
      zone,
      asOf: calendar.moment(asOf),
    }),
    ...(digest.simulated ? [words.mrkdwn('reports.simulated')] : []),
    ...(digest.lateSince
      ? [words.mrkdwn('reports.late', { planned: calendar.moment(digest.lateSince) })]
      : []),
    ...(digest.missed.length > 0
      ? [
          words.mrkdwn('reports.missed', {
            days: words.list(digest.missed.slice(0, 10).map(calendar.date)),
            example,
          }),
        ]
      : []),
  ];
}

export function activity({ figures: { totals } }: Digest, words: Reader): string[] {
  const waiting = onTheWay(totals);
  return [
    words.mrkdwn('reports.arrivals', { replies: totals.replies, optOuts: totals.optOuts }),
    ...(waiting > 0 ? [words.mrkdwn('reports.on-the-way', { n: waiting })] : []),
  ];
}

const shareText = ({ share }: Rate, words: Reader): string =>
  share === null ? 'none' : words.percent(share);

const campaignLine = (campaign: CampaignFigures, words: Reader): string =>
  words.mrkdwn('reports.campaign', {
    name: campaign.name,
    channel: campaign.channel,
    sent: words.number(campaign.sent),
    delivered: words.number(campaign.delivered),
    deliveredShare: shareText(rate(campaign.delivered, campaign.sent), words),
    failed: words.number(campaign.failed),
    replied: words.number(campaign.replied),
    repliedShare: shareText(rate(campaign.replied, campaign.delivered), words),
    optedOut: words.number(campaign.optedOut),
    spent: words.money(campaign.spend),
  });

export function campaignLines({ figures }: Digest, words: Reader, most: number): string[] {
  const { campaigns } = figures;
  const rest = campaigns.length - most;
  return [
    ...campaigns.slice(0, most).map((campaign) => campaignLine(campaign, words)),
    ...(rest > 0 ? [words.mrkdwn('reports.more', { n: rest })] : []),
  ];
}

const stateLine = (name: string, row: Omit<StateFigures, 'state'>, words: Reader): string =>
  words.mrkdwn('reports.state', {
    state: name,
    contacts: row.contacts,
    delivered: row.delivered,
    replied: words.number(row.replied),
    // As on the map: a share of a handful says more about luck than about the state.
    share:
      row.delivered < leastForRate ? 'none' : shareText(rate(row.replied, row.delivered), words),
  });

/** The states with most contacts, then all others together; every contact is in one line. */
export function stateLines({ figures }: Digest, words: Reader, most: number): string[] {
  const states = figures.states.filter((row) => row.contacts + row.delivered > 0);
  const known = states.filter(({ state }) => state.length === 2);
  const top = known.slice(0, most);
  const rest = known.slice(most);
  const unknown = states.filter(({ state }) => state.length !== 2);
  return [
    ...top.map((row) => stateLine(row.state, row, words)),
    ...(rest.length > 0
      ? [stateLine(words.say('reports.state.others', { n: rest.length }), sum(rest), words)]
      : []),
    ...(unknown.length > 0
      ? [stateLine(words.say('reports.state.unknown'), sum(unknown), words)]
      : []),
  ];
}

const sum = (rows: readonly StateFigures[]): Omit<StateFigures, 'state'> =>
  rows.reduce(
    (all, row) => ({
      contacts: all.contacts + row.contacts,
      delivered: all.delivered + row.delivered,
      replied: all.replied + row.replied,
    }),
    { contacts: 0, delivered: 0, replied: 0 },
  );
