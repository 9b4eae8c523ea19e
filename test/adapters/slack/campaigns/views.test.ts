import { describe, expect, it } from 'vitest';
import { campaignCard } from '../../../../src/adapters/slack/campaigns/card.ts';
import { draftSaved } from '../../../../src/adapters/slack/campaigns/draft-message.ts';
import { campaignList } from '../../../../src/adapters/slack/campaigns/list-view.ts';
import { audienceStep } from '../../../../src/adapters/slack/campaigns/step-audience.ts';
import { basicsStep } from '../../../../src/adapters/slack/campaigns/step-basics.ts';
import { messageStep } from '../../../../src/adapters/slack/campaigns/step-message.ts';
import { reviewStep } from '../../../../src/adapters/slack/campaigns/step-review.ts';
import { scheduleStep } from '../../../../src/adapters/slack/campaigns/step-schedule.ts';
import { threadLine } from '../../../../src/adapters/slack/campaigns/thread-text.ts';
import { unconfirmedList } from '../../../../src/adapters/slack/campaigns/unconfirmed-view.ts';
import { whyMessage } from '../../../../src/adapters/slack/campaigns/why-view.ts';
import { wizardFrame } from '../../../../src/adapters/slack/campaigns/wizard-frame.ts';
import { createWords } from '../../../../src/adapters/slack/words/words.ts';
import { type Status, statuses } from '../../../../src/features/campaigns/index.ts';
import { reasonCodes } from '../../../../src/features/compliance/index.ts';
import { explain } from '../../../../src/features/delivery/index.ts';
import { Decimal } from '../../../../src/shared/money.ts';
import { buttonsOf, expectSendable, labelsOf, textOf } from '../../../support/blocks.ts';
import { tuesday } from '../../../support/delivery.ts';
import {
  approval,
  approved,
  campaign,
  card,
  everyReason,
  id,
  longText,
  name,
  progress,
} from '../../../support/extreme-campaign.ts';

const words = createWords();
const readers = [words.in('en', 'America/New_York'), words.in('pt-BR', 'America/Sao_Paulo')];

const preview = {
  samples: Array.from({ length: 3 }, () => ({ text: longText, segments: 24, encoding: 'UCS-2' })),
  costly: [...'ãõçéêâôíú👩✈️🎄🎅🤶🦌❄️'],
  costlyNames: [...'ãõçéêâôíú👩✈️🎄🎅🤶'],
  segments: 24,
  plainSegments: 11,
};
const reach = { matched: 12_345_678, excluded: everyReason, final: 1_234_567 };
const estimate = new Decimal('123456789.12');

function expectHarmless(message: { text: string; blocks?: unknown[] }): void {
  expectSendable('message', message.blocks);
  expect(message.text.length).toBeLessThan(4000);
  for (const mrkdwn of [message.text, ...mrkdwnIn(message.blocks)]) {
    expect(mrkdwn).not.toMatch(/<!(channel|here|everyone)|<@U1>/);
  }
}

/** Text objects that Slack would parse. */
function mrkdwnIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(mrkdwnIn);
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 'type' in tree && tree.type === 'mrkdwn' && 'text' in tree ? [String(tree.text)] : [];
  return [...own, ...Object.values(tree).flatMap(mrkdwnIn)];
}

describe.each(readers.map((reader) => ({ reader, locale: reader.locale })))(
  'what is shown of campaigns in $locale',
  ({ reader }) => {
    it('stays inside the limits of Slack as a request for approval, and pings nobody', () => {
      const shown = campaignCard(reader, card());
      expectHarmless(shown);
      expect(labelsOf(shown.blocks)).toHaveLength(3);
      for (const { confirm } of buttonsOf(shown.blocks)) expect(confirm.length).toBeLessThan(450);
      expect(textOf(shown.blocks)).toContain(reader.number(12_345_678));
      expect(textOf(shown.blocks)).not.toContain('undefined');
    });

    it.each(statuses)('stays inside the limits of Slack as a card that is %s', (status) => {
      for (const pausedReason of [null, 'budget', 'double-send', 'carrier-30007', 'person', name]) {
        const live = campaign({ status, pausedReason });
        expectHarmless(campaignCard(reader, card({ campaign: live, approval: approved })));
        const old = campaign({ status, version: 4 });
        for (const decision of ['rejected', 'void', 'approved'] as const) {
          const past = approval({ decision, decidedBy: 'U02', reason: longText.slice(0, 500) });
          const shown = campaignCard(reader, card({ campaign: old, approval: past }));
          expectHarmless(shown);
          expect(labelsOf(shown.blocks)).toEqual([]);
        }
      }
    });

    it.each([
      ['scheduled', ['pause', 'edit', 'cancel', 'unkill', 'unconfirmed']],
      ['running', ['pause', 'cancel', 'unkill', 'unconfirmed']],
      ['paused', ['resume', 'cancel', 'unkill', 'unconfirmed']],
      ['completed', ['unconfirmed']],
      ['canceled', ['unconfirmed']],
    ] as [Status, string[]][])('offers a %s campaign %j', (status, expected) => {
      const shown = campaignCard(
        reader,
        card({ campaign: campaign({ status }), approval: approved }),
      );
      expect(buttonsOf(shown.blocks).map((each) => each.id)).toEqual(
        expected.map((verb) => `campaigns.${verb}`),
      );
    });

    it('adds up: who matches, less those left out, is who would get it', () => {
      const shown = textOf(campaignCard(reader, card()).blocks);
      expect(shown.split('\n').filter((line) => line.startsWith('−'))).toHaveLength(
        reasonCodes.length,
      );
    });

    it('stays inside the limits of Slack at every step of the wizard', () => {
      const many = Array.from({ length: 300 }, (_, n) => ({
        name: n % 3 ? `${name} ${n}` : `etiqueta ${n}`,
        count: 1_234_567,
      }));
      const states = Array.from({ length: 100 }, (_, n) => ({ state: `S${n}`, count: n }));
      const savedFilters = Array.from({ length: 150 }, (_, n) => ({
        id: `0b54f5cc-60a3-4d5c-8f5c-${String(n).padStart(12, '0')}`,
        name: 'x'.repeat(60),
        filter: { search: longText.slice(0, 100) },
        createdBy: 'U1',
        updatedAt: new Date('2026-11-24T15:05:00Z'),
      }));
      const savedFilter = savedFilters[140]?.id;
      const draft = campaign({
        filter: { states: ['S99'], tags: ['etiqueta 297'], ...(savedFilter && { savedFilter }) },
      });
      const followUps = Array.from({ length: 3 }, () => ({ afterDays: 60, template: longText }));
      const previews = { message: preview, followUps: [preview, preview, preview] };
      const steps = {
        1: basicsStep(reader, draft),
        2: audienceStep(reader, draft, { states, segments: many, tags: many, savedFilters }, reach),
        3: messageStep(reader, { template: longText, followUps, fresh: 7, preview: previews }),
        4: scheduleStep(reader, draft.schedule),
        5: reviewStep(reader, {
          campaign: draft,
          reach,
          preview: previews,
          estimate,
          issues: [
            { code: 'shortener', severity: 'error', values: { host: 'bit.ly' } },
            { code: 'brand-missing', severity: 'warning', values: { brand: 'Fly2Any' } },
          ],
          simulated: true,
        }),
      } as const;
      for (const step of [1, 2, 3, 4, 5] as const) {
        const view = wizardFrame(reader, draft, step, steps[step], {
          notice: name.repeat(9),
          fresh: 7,
          editing: true,
        });
        expectSendable('modal', view);
        for (const mrkdwn of mrkdwnIn(view)) expect(mrkdwn).not.toMatch(/<!channel|<@U1>/);
      }
      expect(JSON.stringify(steps[2])).toContain(
        '"initial_options":[{"text":{"type":"plain_text","text":"etiqueta 297',
      );
    });

    it('stays inside the limits of Slack as lists and notes', () => {
      const ten = Array.from({ length: 10 }, (_, n) =>
        campaign({ id: id.replace(/1$/, String(n)), status: statuses[n % 7] ?? 'draft' }),
      );
      const counts = new Map(ten.map((each) => [each.id, progress]));
      expectHarmless(campaignList(reader, 'operator', ten, counts));
      expectHarmless(campaignList(reader, 'operator', [], counts));
      // A viewer reads the same and is offered no draft to go on with, and none to begin.
      expect(campaignList(reader, 'viewer', ten, counts).text).toBe(
        campaignList(reader, 'operator', ten, counts).text,
      );
      const draft = campaign({ status: 'draft' });
      const drafting = /"action_id":"campaigns\.(?:new|resume-draft)/;
      for (const some of [ten, [draft], []]) {
        expect(JSON.stringify(campaignList(reader, 'viewer', some, counts))).not.toMatch(drafting);
      }
      for (const some of [[draft], []]) {
        expect(JSON.stringify(campaignList(reader, 'operator', some, counts))).toMatch(drafting);
      }
      expectHarmless(draftSaved(reader, campaign(), true));
      const waiting = Array.from({ length: 10 }, (_, n) => ({
        communicationId: id.replace(/1$/, String(n)),
        phone: '+12035550123',
        name,
        text: longText,
        attempt: 1,
        attemptedAt: tuesday,
      }));
      const list = unconfirmedList(reader, campaign({ status: 'running' }), waiting, 1_234);
      expectHarmless(list);
      expect(labelsOf(list.blocks)).toHaveLength(20);
      expect(JSON.stringify(list)).not.toContain('5550123');
      const over = unconfirmedList(reader, campaign({ status: 'canceled' }), waiting, 10);
      expect(labelsOf(over.blocks)).toHaveLength(10);
      expectHarmless(unconfirmedList(reader, campaign(), [], 0));
    });

    it('says why about somebody with everything against them', () => {
      const facts = {
        standing: {
          erased: true,
          optedOut: true,
          doNotCall: true,
          inReview: true,
          dead: true,
          unreachable: false,
          consentSms: 'refused' as const,
          consentWhatsapp: 'none' as const,
          consentCall: 'none' as const,
          lineType: 'landline',
        },
        place: { states: [], zones: ['America/New_York'] },
        lastInboundAt: null,
        killSwitch: true,
        attempts: [1, 2, 3, 4].map((n) => ({
          at: new Date(tuesday.getTime() - n * 3600_000),
          channel: 'sms' as const,
        })),
      };
      const shown = whyMessage(reader, {
        person: {
          phone: '+12035550123',
          contact: { name },
          facts,
          rows: Array.from({ length: 5 }, () => ({
            campaignName: name,
            status: 'skipped',
            reasons: [...reasonCodes],
            errorCode: '30005',
            dueAt: tuesday,
            sentAt: null,
            finalAt: null,
          })),
        },
        explanation: explain(facts, 'sms', tuesday),
      });
      expectHarmless(shown);
      expect(JSON.stringify(shown)).not.toContain('5550123');
      expect(textOf(shown.blocks)).toContain('(203) •••-0123');
      expect(shown.text.match(/✗/g)).toHaveLength(9);
    });

    it('has a line for everything that can happen to a campaign, and none pings', () => {
      const kinds = [
        'approved',
        'rejected',
        'voided',
        'started',
        'paused',
        'resumed',
        'canceled',
        'completed',
        'killed',
        'unkilled',
        'late',
        'double-send',
        'budget-warning',
        'sent-again',
        'closed',
      ];
      for (const kind of kinds) {
        for (const actor of ['U01ANARIBEI', null, 'system:carrier-30002']) {
          const event = {
            id: '1',
            campaignId: id,
            kind,
            detail: { reason: name },
            actor,
            at: tuesday,
          };
          const line = threadLine(reader, event) ?? '';
          expect(line).toMatch(/^\d\d:\d\d · /);
          expect(line).not.toMatch(/<!channel|<@U1>|<@system|undefined/);
        }
      }
      expect(
        threadLine(reader, {
          id: '1',
          campaignId: id,
          kind: 'submitted',
          detail: {},
          actor: null,
          at: tuesday,
        }),
      ).toBeNull();
    });
  },
);
