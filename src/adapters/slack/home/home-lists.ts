import type { KnownBlock } from '@slack/types';
import { button, context, divider, header, progressBar, section } from '../blocks.ts';
import { mention, slackDate } from '../text.ts';
import type { Reader } from '../words/words.ts';
import type { HomeFigures, LiveCampaign } from './figures.ts';
import { linkIds } from './ids.ts';

export function waitingLines({ waiting }: HomeFigures, words: Reader): KnownBlock[] {
  if (waiting.length === 0) return [];
  return [
    divider(),
    header(words.say('home.waiting', { n: waiting.length })),
    ...waiting.map((approval) =>
      section(
        words.mrkdwn('home.waiting-line', {
          name: approval.name,
          people: approval.people,
          by: mention(approval.requestedBy),
          at: slackDate(approval.requestedAt, words.dateTime(approval.requestedAt)),
        }),
        {
          accessory: button({
            id: linkIds.reviewApproval,
            unique: approval.campaignId,
            label: words.say('home.review'),
            value: approval.campaignId,
            style: 'primary',
            accessibilityLabel: words.say('home.review-named', { name: approval.name }),
          }),
        },
      ),
    ),
  ];
}

export function liveLines({ live }: HomeFigures, words: Reader): KnownBlock[] {
  return [
    divider(),
    header(words.say('home.live', { n: live.length })),
    ...(live.length === 0
      ? [context(words.mrkdwn('home.live-none'))]
      : live.map((campaign) => liveLine(campaign, words))),
  ];
}

function liveLine(campaign: LiveCampaign, words: Reader): KnownBlock {
  const state = words.mrkdwn('home.live-line', { name: campaign.name, status: campaign.status });
  const begins =
    campaign.status === 'scheduled' && campaign.startsAt
      ? ` ${words.mrkdwn('home.live-starts', { at: slackDate(campaign.startsAt, words.dateTime(campaign.startsAt)) })}`
      : '';
  const figures = words.mrkdwn('home.live-figures', {
    finished: campaign.finished,
    people: campaign.people,
    delivered: campaign.delivered,
    failed: campaign.failed,
    responses: campaign.responses,
  });
  const money = campaign.ceiling
    ? words.mrkdwn('home.live-money', {
        spent: words.money(campaign.spent),
        ceiling: words.money(campaign.ceiling),
      })
    : '';
  return section(
    [
      `${state}${begins}`,
      progressBar(campaign.finished, campaign.people),
      `${figures} ${money}`,
    ].join('\n'),
    {
      accessory: button({
        id: linkIds.showCampaign,
        unique: campaign.id,
        label: words.say('home.open'),
        value: campaign.id,
        accessibilityLabel: words.say('home.open-named', { name: campaign.name }),
      }),
    },
  );
}

export function draftLines({ drafts }: HomeFigures, words: Reader): KnownBlock[] {
  if (drafts.length === 0) return [];
  return [
    divider(),
    header(words.say('home.drafts')),
    ...drafts.map((draft) =>
      section(
        words.mrkdwn('home.draft-line', {
          name: draft.name,
          step: draft.step,
          at: slackDate(draft.updatedAt, words.dateTime(draft.updatedAt)),
        }),
        {
          accessory: button({
            id: linkIds.resumeDraft,
            unique: draft.id,
            label: words.say('home.resume'),
            value: draft.id,
            accessibilityLabel: words.say('home.resume-named', { name: draft.name }),
          }),
        },
      ),
    ),
  ];
}

export function importLines({ imports }: HomeFigures, words: Reader): KnownBlock[] {
  if (imports.length === 0) return [];
  return [
    divider(),
    header(words.say('home.imports')),
    ...imports.map((each) =>
      context(
        words.mrkdwn('home.import-line', {
          file: each.fileName,
          status: each.status,
          created: each.created,
          merged: each.merged,
          rejected: each.rejected,
          by: mention(each.createdBy),
          at: slackDate(each.createdAt, words.dateTime(each.createdAt)),
        }),
      ),
    ),
  ];
}
