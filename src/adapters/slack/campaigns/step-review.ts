import type { KnownBlock } from '@slack/types';
import type {
  Campaign,
  DraftPatch,
  Preview,
  Previews,
  Waterfall,
} from '../../../features/campaigns/index.ts';
import type { LintIssue } from '../../../features/compliance/index.ts';
import { Decimal } from '../../../shared/money.ts';
import {
  alert,
  checkboxes,
  context,
  divider,
  fields,
  input,
  literal,
  numberBox,
  section,
} from '../blocks.ts';
import { unformatted } from '../errors.ts';
import type { Fields } from '../fields.ts';
import { escapeMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';
import { scheduleText } from './schedule-text.ts';
import { waterfallText } from './waterfall.ts';

export type Review = {
  campaign: Campaign;
  reach: Waterfall;
  /** Null when the text cannot be rendered yet. */
  preview: Previews | null;
  /**
   * If everybody got the longest of the sampled texts, and every follow-up; somebody's name may make
   * theirs longer.
   */
  estimate: Decimal;
  issues: readonly LintIssue[];
  simulated: boolean;
};

export function reviewStep(words: Reader, review: Review): KnownBlock[] {
  const { campaign, reach, preview, estimate, issues, simulated } = review;
  const { budget } = campaign;
  return [
    ...issues.map(({ code, severity, values }) =>
      alert(
        unformatted(words.mrkdwn(`compliance.lint.${code}`, values)),
        severity === 'error' ? 'error' : 'warning',
      ),
    ),
    input({
      field: fieldIds.total,
      label: words.say('campaigns.total'),
      hint: words.say('campaigns.total-hint', { estimate: words.money(estimate) }),
      element: numberBox(fieldIds.total, {
        initial: budget.total?.toString(),
        decimals: true,
      }),
    }),
    input({
      field: fieldIds.daily,
      label: words.say('campaigns.daily'),
      optional: true,
      element: numberBox(fieldIds.daily, { initial: budget.daily?.toString(), decimals: true }),
    }),
    input({
      field: fieldIds.stop,
      label: words.say('campaigns.stop-label'),
      optional: true,
      element: checkboxes(
        fieldIds.stop,
        [{ value: 'stop', label: words.say('campaigns.stop') }],
        budget.stopWhenReached ? ['stop'] : [],
      ),
    }),
    divider(),
    fields([
      [words.say('campaigns.name'), escapeMrkdwn(campaign.name)],
      [words.say('campaigns.when'), scheduleText(words, campaign.schedule)],
      [words.say('campaigns.recipients'), words.number(reach.final)],
      [words.say('campaigns.estimate-sampled'), words.money(estimate)],
    ]),
    section(waterfallText(words, reach)),
    ...sampleOf(preview?.message),
    ...(preview?.followUps ?? []).flatMap((one, at) => [
      context(
        words.mrkdwn('campaigns.follow-up-after', {
          days: campaign.schedule.followUps[at]?.afterDays ?? 0,
        }),
      ),
      ...sampleOf(one),
    ]),
    context(
      words.mrkdwn('campaigns.second-person'),
      ...(simulated ? [words.mrkdwn('campaigns.simulated')] : []),
    ),
  ];
}

const sampleOf = (preview: Preview | undefined): KnownBlock[] =>
  (preview?.samples ?? []).slice(0, 1).map(({ text }) => literal(text));

/** Money as typed; null where it is empty or no number. */
export function readBudget(form: Fields): Required<Pick<DraftPatch, 'budget'>> {
  return {
    budget: {
      total: amount(form.text(fieldIds.total)),
      daily: amount(form.text(fieldIds.daily)),
      stopWhenReached: form.has(fieldIds.stop, 'stop'),
    },
  };
}

function amount(text: string): Decimal | null {
  const plain = text.trim().replace(',', '.');
  return /^\d{1,8}(\.\d{1,6})?$/.test(plain) ? new Decimal(plain) : null;
}
