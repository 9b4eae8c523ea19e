import { type Approval, canEdit } from '../../../features/campaigns/index.ts';
import { button, confirmation, context, divider, fields, literal, section } from '../blocks.ts';
import { clamp, escapeMrkdwn, mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import type { Card, CardParts } from './card.ts';
import { versionValue } from './claims.ts';
import { ids } from './ids.ts';
import { scheduleText } from './schedule-text.ts';
import { waterfallText } from './waterfall.ts';

/** Three texts of the longest kind leave room for the rest below what Slack takes in one message. */
const sampleLength = 1600;
const followUpLength = 700;

/** What somebody is asked to approve: who gets it, what it says, what it costs, who vouches. */
export function requestParts(words: Reader, card: Card): CardParts {
  const { approval } = card;
  const { snapshot } = approval;
  const waterfall = waterfallText(words, {
    ...snapshot,
    excluded: { ...snapshot.excluded, ...snapshot.skippedAtStaging },
  });
  const facts = requestFacts(words, card);
  const notes = [verdictText(words, approval), ...attestationTexts(words, approval)];
  const samples = snapshot.samples.slice(0, 3).map(({ text }) => clamp(text, sampleLength));
  const later = snapshot.followUps.map(({ afterDays, sample }) => ({
    after: words.mrkdwn('campaigns.follow-up-after', { days: afterDays }),
    sample: clamp(sample, followUpLength),
  }));
  return {
    state: words.mrkdwn('campaigns.asks-approval', { by: mention(approval.requestedBy) }),
    lines: [
      waterfall,
      ...facts.map(([label, value]) => `${label}: ${value}`),
      ...notes,
      ...samples.slice(0, 1).map((text) => words.mrkdwn('campaigns.sample', { text })),
      ...later.map(({ after, sample }) => `${after} ${escapeMrkdwn(sample)}`),
    ],
    blocks: [
      section(waterfall),
      fields(facts),
      divider(),
      ...samples.map(literal),
      ...later.flatMap(({ after, sample }) => [context(after), literal(sample)]),
      context(...notes),
    ],
    buttons: requestButtons(words, card),
  };
}

function verdictText(words: Reader, { snapshot }: Approval): string {
  return snapshot.issues.length === 0
    ? words.mrkdwn('campaigns.verdict-clear', { rules: snapshot.rulesVersion.slice(0, 8) })
    : words.mrkdwn('campaigns.verdict-issues', { n: snapshot.issues.length });
}

/** The largest five, and how many people the rest vouches for. */
function attestationTexts(words: Reader, { snapshot }: Approval): string[] {
  const shown = snapshot.attestations.slice(0, 5);
  const rest = snapshot.attestations.slice(5);
  return [
    ...shown.map((one) =>
      words.mrkdwn('campaigns.attested', {
        people: one.people,
        by: /^[UW][A-Z0-9]{5,}$/.test(one.signedBy) ? mention(one.signedBy) : one.signedBy,
        file: clamp(one.fileName, 100),
        seller: clamp(one.seller, 100),
      }),
    ),
    ...(rest.length > 0
      ? [
          words.mrkdwn('campaigns.attested-rest', {
            imports: rest.length,
            people: rest.reduce((sum, { people }) => sum + people, 0),
          }),
        ]
      : []),
  ];
}

function requestFacts(words: Reader, { campaign, approval }: Card): [string, string][] {
  const { snapshot } = approval;
  const due = [snapshot.firstDue, snapshot.lastDue].flatMap((at) =>
    at ? [words.dateTime(new Date(at))] : [],
  );
  return [
    [words.say('campaigns.recipients'), words.number(snapshot.final)],
    [words.say('campaigns.segments-total'), words.number(snapshot.segments)],
    [
      words.say('campaigns.estimate'),
      snapshot.plainCost
        ? words.mrkdwn('campaigns.cost-plain', {
            cost: words.money(snapshot.cost),
            plain: words.money(snapshot.plainCost),
          })
        : words.money(snapshot.cost),
    ],
    [words.say('campaigns.budget'), budgetText(words, approval)],
    [words.say('campaigns.when'), scheduleText(words, campaign.schedule)],
    [
      words.say('campaigns.due'),
      words.mrkdwn('campaigns.due-span', {
        span: [...new Set(due)].join(' – '),
        later: snapshot.heldToLaterDays,
      }),
    ],
  ];
}

function budgetText(words: Reader, { snapshot }: Approval): string {
  const { ceiling, budget, dailyBudget, stopWhenReached } = snapshot;
  return [
    words.money(ceiling),
    ...(stopWhenReached
      ? []
      : [words.mrkdwn('campaigns.budget-warns', { budget: words.money(budget) })]),
    ...(dailyBudget
      ? [words.mrkdwn('campaigns.budget-daily', { daily: words.money(dailyBudget) })]
      : []),
  ].join('\n');
}

function requestButtons(words: Reader, { campaign, approval }: Card): CardParts['buttons'] {
  const { snapshot } = approval;
  const value = versionValue(campaign, approval.version);
  return [
    button({
      id: ids.approve,
      label: words.say('campaigns.approve'),
      value,
      style: 'primary',
      accessibilityLabel: words.say('campaigns.approve-named', { name: snapshot.name }),
      confirm: confirmation({
        title: words.say('campaigns.approve-title'),
        text: words.mrkdwn('campaigns.approve-confirm', {
          people: snapshot.final,
          cost: words.money(snapshot.cost),
          ceiling: words.money(snapshot.ceiling),
        }),
        confirm: words.say('campaigns.approve'),
        deny: words.say('base.not-now'),
      }),
    }),
    button({
      id: ids.reject,
      label: words.say('campaigns.reject'),
      value,
      style: 'danger',
      accessibilityLabel: words.say('campaigns.reject-named', { name: snapshot.name }),
    }),
    ...editButton(words, { campaign }),
  ];
}

/** Takes back what was asked for or granted, so it says so before. */
export function editButton(
  words: Reader,
  { campaign }: Pick<Card, 'campaign'>,
): CardParts['buttons'][number][] {
  if (!canEdit(campaign.status)) return [];
  return [
    button({
      id: ids.edit,
      label: words.say('campaigns.edit'),
      value: campaign.id,
      accessibilityLabel: words.say('campaigns.edit-named', { name: campaign.name }),
      confirm: confirmation({
        title: words.say('campaigns.edit-title'),
        text: words.mrkdwn('campaigns.edit-confirm'),
        confirm: words.say('campaigns.edit'),
        deny: words.say('base.not-now'),
      }),
    }),
  ];
}
