import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import {
  createApprovalService,
  createControlService,
  createDraftService,
  type DraftPatch,
} from '../../../src/features/campaigns/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { somePeople, statusCounts, stoppedClock } from '../../support/delivery.ts';

const text = 'Ola {{firstName}}! Fly2Any: voos para o Brasil. Responda STOP para sair.';

describe('from a draft to an approved campaign', () => {
  let fresh: FreshDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  const queued: { campaignId: string; version: number }[] = [];

  function services() {
    const store = createCampaignStore(fresh.db);
    const team = {
      require: async (id: string) => ({
        id,
        name: id,
        role: 'admin' as const,
      }),
    } as unknown as Parameters<typeof createDraftService>[0]['team'];
    const jobs = {
      enqueue: async (_: unknown, payload: unknown) =>
        void queued.push(payload as { campaignId: string; version: number }),
    };
    const needs = { store, team, clock, realClock: clock };
    return {
      store,
      drafts: createDraftService({ ...needs, jobs, timeZone: 'America/New_York' }),
      approvals: createApprovalService(needs),
      control: createControlService(needs),
    };
  }

  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    queued.length = 0;
    await somePeople(fresh.db, 12);
  });
  afterEach(() => fresh.close());

  const whole: DraftPatch = {
    name: 'Verão',
    filter: { states: ['CT'] },
    template: text,
    budget: { total: new Decimal(5), daily: null, stopWhenReached: true },
    step: 5,
  };

  async function submitted(patch: DraftPatch = {}) {
    const s = services();
    const draft = await s.drafts.begin('UANA', 'Verão');
    const saved = await s.drafts.save(draft.id, draft.version, { ...whole, ...patch }, 'UANA');
    await s.drafts.submit(saved.id, saved.version, 'UANA');
    const [job] = queued.splice(0);
    await s.approvals.stage(job?.campaignId ?? '', job?.version ?? 0);
    return { ...s, id: saved.id, version: saved.version };
  }

  it('counts the waterfall with each person once, and stages exactly those it ends with', async () => {
    await fresh.db.pool.query(
      `update phone_contacts set opted_out = true, consent_sms = 'revoked' where phone like '%0'`,
    );
    await fresh.db.pool.query(
      `update phone_contacts set consent_sms = 'none' where phone like '%1'`,
    );
    const { store, id } = await submitted();
    expect(await store.reach({ states: ['CT'] }, 'sms')).toEqual({
      matched: 12,
      excluded: { 'opted-out': 2, 'no-consent': 2 },
      final: 8,
    });
    expect(await statusCounts(fresh.db)).toEqual({ staged: 8 });
    const approval = await store.findApproval(id);
    expect(approval?.snapshot).toMatchObject({
      matched: 12,
      final: 8,
      segments: 8,
      cost: '0.099200',
    });
    expect(approval?.snapshot.samples[0]?.text).toContain('Ola Ana!');
  });

  it('stages once, however often its job runs', async () => {
    const { approvals, id, version } = await submitted();
    await Promise.all([approvals.stage(id, version), approvals.stage(id, version)]);
    expect(await statusCounts(fresh.db)).toEqual({ staged: 12 });
  });

  it('stages what lost its job, and gives what is being staged a minute', async () => {
    const { drafts, approvals } = services();
    const draft = await drafts.begin('UANA', 'Verão');
    const { id, version } = await drafts.save(draft.id, draft.version, whole, 'UANA');
    await drafts.submit(id, version, 'UANA');
    expect(await approvals.stageLeft()).toBe(0);
    clock.advance(61_000);
    expect(await approvals.stageLeft()).toBe(1);
    expect(await statusCounts(fresh.db)).toEqual({ staged: 12 });
    expect(await approvals.stageLeft()).toBe(0);
  });

  it('queues the rows and opens the budget when a second person approves', async () => {
    const { approvals, control, id, version } = await submitted();
    const approved = await approvals.approve(id, version, 'UMARCUS');
    expect(approved).toMatchObject({ status: 'scheduled', approvedBy: 'UMARCUS' });
    expect(await statusCounts(fresh.db)).toEqual({ queued: 12 });
    const { rows } = await fresh.db.pool.query('select ceiling::text from campaign_budgets');
    expect(rows).toEqual([{ ceiling: '5.000000' }]);
    expect((await control.advance()).started).toEqual([id]);
  });

  it('lets nobody approve what they had a hand in', async () => {
    const { approvals, drafts, id, version } = await submitted();
    await expect(approvals.approve(id, version, 'UANA')).rejects.toMatchObject({
      code: 'approval.own-work',
    });
    const edited = await drafts.save(id, version, { template: `${text} !` }, 'UMARCUS');
    await drafts.submit(id, edited.version, 'UANA');
    await approvals.stage(id, edited.version);
    await expect(approvals.approve(id, edited.version, 'UMARCUS')).rejects.toMatchObject({
      code: 'approval.own-work',
    });
    await expect(approvals.approve(id, edited.version, 'UALEX')).resolves.toMatchObject({
      status: 'scheduled',
    });
  });

  it('voids the request, and an approval already given, with any edit', async () => {
    const { approvals, drafts, store, id, version } = await submitted();
    const edited = await drafts.save(id, version, { name: 'Inverno' }, 'UANA');
    expect(edited).toMatchObject({ status: 'draft', version: version + 1 });
    expect(await statusCounts(fresh.db)).toEqual({});
    await expect(approvals.approve(id, version, 'UMARCUS')).rejects.toMatchObject({
      code: 'campaign.changed-meanwhile',
    });
    await drafts.submit(id, edited.version, 'UANA');
    await approvals.stage(id, edited.version);
    await approvals.approve(id, edited.version, 'UMARCUS');
    const again = await drafts.save(id, edited.version, { template: `${text}.` }, 'UANA');
    expect(again.status).toBe('draft');
    expect(await statusCounts(fresh.db)).toEqual({});
    expect((await store.findApproval(id, edited.version))?.decision).toBe('void');
  });

  it('takes one of two decisions that race', async () => {
    const { approvals, id, version } = await submitted();
    const results = await Promise.allSettled([
      approvals.approve(id, version, 'UMARCUS'),
      approvals.approve(id, version, 'UALEX'),
      approvals.reject(id, version, 'UVERA', 'não agora'),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    `message = 'outra coisa'`,
    `due_at = due_at - interval '1 day'`,
    `window_end = null`,
    `type = 'call'`,
  ])('refuses when a row was changed behind its back: %s', async (change) => {
    const { approvals, id, version } = await submitted();
    await fresh.db.pool.query(`update phone_communications set ${change} where phone like '%3'`);
    await expect(approvals.approve(id, version, 'UMARCUS')).rejects.toMatchObject({
      code: 'approval.tampered',
    });
    expect(await statusCounts(fresh.db)).toEqual({ staged: 12 });
  });

  it('still approves when somebody opted out in between, and does not write to them', async () => {
    const { approvals, id, version } = await submitted();
    await fresh.db.pool.query(
      `update phone_communications set status = 'skipped', reasons = '{opted-out}' where phone like '%3'`,
    );
    await approvals.approve(id, version, 'UMARCUS');
    expect(await statusCounts(fresh.db)).toEqual({ queued: 11, skipped: 1 });
  });

  it('goes back to draft with the reason when it is rejected', async () => {
    const { approvals, store, id, version } = await submitted();
    await expect(approvals.reject(id, version, 'UMARCUS', '  ')).rejects.toMatchObject({
      fields: { reason: 'approval.no-reason' },
    });
    expect(await approvals.reject(id, version, 'UMARCUS', 'Preço errado')).toMatchObject({
      status: 'draft',
    });
    expect((await store.findApproval(id, version))?.reason).toBe('Preço errado');
    expect(await statusCounts(fresh.db)).toEqual({});
  });

  it.each([
    [{ template: 'Oi {{nickname}}' }, 'template.unknown-token'],
    [{ template: '{% for i in (1..9) %}a{% endfor %}' }, 'template.not-allowed'],
    [{ template: ' ' }, 'template.empty'],
    [{ budget: { total: new Decimal(0), daily: null, stopWhenReached: true } }, 'budget.none'],
    [{ filter: { states: ['WY'] } }, 'campaign.empty-audience'],
  ] as [DraftPatch, string][])('refuses %j at submit, and keeps the draft', async (patch, code) => {
    await expect(submitted(patch)).rejects.toMatchObject({ code });
    const { rows } = await fresh.db.pool.query('select status from phone_campaigns');
    expect(rows).toEqual([{ status: 'draft' }]);
  });

  it('refuses a start in the past', async () => {
    const schedule = {
      kind: 'scheduled' as const,
      startDate: '2026-11-23',
      startTime: '09:00',
      timeZone: 'America/New_York',
      allowedFrom: '09:00',
      allowedTo: '20:00',
      weekdaysOnly: false,
      followUps: [],
    };
    await expect(submitted({ schedule })).rejects.toMatchObject({
      fields: { startDate: 'schedule.past' },
    });
  });

  it('tells a stale form that somebody else was faster', async () => {
    const { drafts } = services();
    const draft = await drafts.begin('UANA', 'Verão');
    await drafts.save(draft.id, draft.version, { name: 'A' }, 'UANA');
    await expect(
      drafts.save(draft.id, draft.version, { name: 'B' }, 'UALEX'),
    ).rejects.toMatchObject({
      code: 'campaign.changed-meanwhile',
    });
  });

  it('pauses, resumes and cancels, each only from where it can', async () => {
    const { approvals, control, id, version } = await submitted();
    await approvals.approve(id, version, 'UMARCUS');
    await control.advance();
    await control.pause(id, 'UANA');
    await expect(control.pause(id, 'UANA')).rejects.toMatchObject({
      code: 'campaign.wrong-status',
    });
    await control.resume(id, 'UMARCUS');
    await control.cancel(id, 'UANA');
    expect(await statusCounts(fresh.db)).toEqual({ canceled: 12 });
    await expect(control.resume(id, 'UMARCUS')).rejects.toMatchObject({
      code: 'campaign.wrong-status',
    });
  });

  it('writes its story and an audit entry for every human decision', async () => {
    const { approvals, id, version } = await submitted();
    await approvals.approve(id, version, 'UMARCUS');
    const events = await fresh.db.pool.query('select kind from campaign_events order by id');
    expect(events.rows.map(({ kind }) => kind)).toEqual(['submitted', 'approved']);
    const audit = await fresh.db.pool.query('select action, actor from audit_log order by seq');
    expect(audit.rows).toEqual([
      { action: 'campaign.created', actor: 'UANA' },
      { action: 'campaign.submitted', actor: 'UANA' },
      { action: 'campaign.approved', actor: 'UMARCUS' },
    ]);
  });
});
