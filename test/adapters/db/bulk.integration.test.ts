import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { contactDeskStore } from '../../../src/adapters/db/contact-desk-store.ts';
import {
  type BulkOrder,
  type ContactFilter,
  readOrder,
} from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { bulkServices } from '../../support/bulk.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  phoneOf,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';
import { calmRun } from '../../support/imports.ts';

describe('something done to many contacts', () => {
  let fresh: FreshDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  let parts: ReturnType<typeof bulkServices>;
  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    parts = bulkServices(fresh.db, clock);
    await somePeople(fresh.db, 10);
  });
  afterEach(async () => {
    expect((await verifyChain(fresh.db.pool)).intact).toBe(true);
    await fresh.close();
  });

  const code = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (caught: unknown) => caught,
    );
    if (error instanceof Refusal) return [error.code, error.values];
    if (error) throw error;
    return null;
  };
  const agree = async (
    order: BulkOrder,
    {
      filter = {},
      by = 'U1',
      agreed,
    }: { filter?: ContactFilter; by?: string; agreed?: number } = {},
  ) => {
    const { bulks } = parts;
    const chosen = await bulks.choose(filter, by);
    const { total } = await bulks.plan(chosen.id, order, by);
    return bulks.confirm(chosen.id, { id: randomUUID(), order, agreed: agreed ?? total }, by);
  };
  const segments = async () =>
    (
      await fresh.db.pool.query<{ segment: string }>(
        'select segment from phone_contacts order by phone',
      )
    ).rows.map((r) => r.segment);
  const tags = async () =>
    (
      await fresh.db.pool.query<{ tags: string[] }>(
        'select tags from phone_contacts order by phone',
      )
    ).rows.map((r) => r.tags.join(' '));
  const vip = readOrder('segment', { segment: ' vip ' });
  const audits = async () =>
    (await fresh.db.pool.query('select actor, action, detail from audit_log order by seq')).rows;

  it('is told in numbers before it is done, done in batches, and written down', async () => {
    await fresh.db.pool.query(`update phone_contacts set segment = 'vip' where phone < $1`, [
      phoneOf(2),
    ]);
    const chosen = await parts.bulks.choose({ segments: ['vip', 'geral'] }, 'U1');
    expect(chosen.total).toBe(10);
    expect(await parts.bulks.plan(chosen.id, vip, 'U1')).toEqual({
      total: 10,
      already: 2,
      waiting: 0,
    });
    const bulk = await parts.bulks.confirm(
      chosen.id,
      { id: randomUUID(), order: vip, agreed: 10 },
      'U1',
    );
    const seen: string[] = [];
    const done = await parts.bulks.run(
      bulk.id,
      calmRun(),
      (n, total) => void seen.push(`${n}/${total}`),
    );
    expect(seen).toEqual(['3/10', '6/10', '9/10', '10/10']);
    expect(done).toMatchObject({
      status: 'completed',
      total: 10,
      done: 10,
      changed: 8,
      skipped: 0,
    });
    expect(new Set(await segments())).toEqual(new Set(['vip']));
    expect(await audits()).toEqual([
      {
        actor: 'U1',
        action: 'contacts.bulk-confirmed',
        detail: { action: 'segment', segment: 'vip', total: 10 },
      },
    ]);
  });

  it('does the same click once, and the same job once', async () => {
    const chosen = await parts.bulks.choose({}, 'U1');
    const id = randomUUID();
    const click = () => parts.bulks.confirm(chosen.id, { id, order: vip, agreed: 10 }, 'U1');
    const clicks = await Promise.all([click(), click(), click()]);
    expect(new Set(clicks.map((bulk) => bulk.id))).toEqual(new Set([id]));
    expect(await audits()).toHaveLength(1);
    const runs = await Promise.all([1, 2, 3].map(() => code(parts.bulks.run(id, calmRun()))));
    expect(runs.filter((each) => each === null).length).toBeGreaterThan(0);
    expect(await parts.bulks.run(id, calmRun())).toMatchObject({ done: 10, changed: 10 });
  });

  it('says it when nobody matches, and when more people match than were agreed to', async () => {
    expect(await code(parts.bulks.choose({ segments: ['nobody'] }, 'U1'))).toEqual([
      'bulk.nobody',
      {},
    ]);
    const chosen = await parts.bulks.choose({}, 'U1');
    await fresh.db.pool.query(
      `insert into phone_contacts (phone, state, area_code) values ('+12035559999', 'CT', '203')`,
    );
    const late = parts.bulks.confirm(chosen.id, { id: randomUUID(), order: vip, agreed: 10 }, 'U1');
    expect(await code(late)).toEqual(['bulk.changed', { count: 11, agreed: 10 }]);
    await fresh.db.pool.query('update phone_contacts set erased_at = now()');
    const nobody = parts.bulks.confirm(
      chosen.id,
      { id: randomUUID(), order: vip, agreed: 10 },
      'U1',
    );
    expect(await code(nobody)).toEqual(['bulk.nobody', {}]);
    expect(await audits()).toEqual([]);
    const { rows } = await fresh.db.pool.query('select count(*)::int as n from contact_bulk_items');
    expect(rows[0].n).toBe(0);
    expect(new Set(await segments())).toEqual(new Set(['geral']));
  });

  it('belongs to who began it, or to an admin', async () => {
    const chosen = await parts.bulks.choose({}, 'U1');
    expect(await code(parts.bulks.plan(chosen.id, vip, 'U2'))).toEqual(['bulk.not-yours', {}]);
    expect(await code(parts.bulks.plan(chosen.id, vip, 'U9'))).toMatchObject([
      'team.needs-role',
      {},
    ]);
    expect(await parts.bulks.plan(chosen.id, vip, 'U4')).toMatchObject({ total: 10 });
    expect(await code(parts.bulks.own('nonsense', 'U1'))).toEqual(['bulk.unknown', {}]);
  });

  it('leaves out whom somebody forgot between the dialog and the work', async () => {
    const bulk = await agree(readOrder('tag', { tag: 'natal' }));
    const { rows } = await fresh.db.pool.query(
      'select id from phone_contacts order by phone limit 2',
    );
    await contactDeskStore(fresh.db).forget(rows[0].id, 'U4', tuesday);
    await fresh.db.pool.query('update phone_contacts set erased_at = now() where id = $1', [
      rows[1].id,
    ]);
    expect(await parts.bulks.run(bulk.id, calmRun())).toMatchObject({
      status: 'completed',
      changed: 8,
      skipped: 1,
    });
    expect(await tags()).toEqual(['', '', ...Array(8).fill('natal')]);
  });

  it('is undone within a day, except where somebody edited since', async () => {
    await fresh.db.pool.query(`update phone_contacts set segment = 'familias' where phone < $1`, [
      phoneOf(4),
    ]);
    const before = await segments();
    const bulk = await agree(vip);
    await parts.bulks.run(bulk.id, calmRun());
    await fresh.db.pool.query(`update phone_contacts set segment = 'milhas' where phone = $1`, [
      phoneOf(0),
    ]);
    await parts.bulks.undo(bulk.id, 'U1');
    expect(await code(parts.bulks.undo(bulk.id, 'U1'))).toEqual(['bulk.undo-over', {}]);
    expect(await parts.bulks.run(bulk.id, calmRun())).toMatchObject({
      status: 'undone',
      undone: 9,
      kept: 1,
    });
    expect(await segments()).toEqual(['milhas', ...before.slice(1)]);
    expect((await audits()).map(({ action }) => action)).toEqual([
      'contacts.bulk-confirmed',
      'contacts.bulk-undone',
    ]);
    const other = await agree(vip);
    await parts.bulks.run(other.id, calmRun());
    clock.advance(24 * 3_600_000);
    expect(await code(parts.bulks.undo(other.id, 'U1'))).toEqual(['bulk.undo-over', {}]);
  });

  it('tags and untags whatever the case, and takes back only its own', async () => {
    await fresh.db.pool.query(
      `update phone_contacts set tags = '["Natal", "vip"]' where phone < $1`,
      [phoneOf(3)],
    );
    const before = await tags();
    const tagging = await agree(readOrder('tag', { tag: 'NATAL' }));
    expect(await parts.bulks.run(tagging.id, calmRun())).toMatchObject({ changed: 7 });
    await fresh.db.pool.query(
      `update phone_contacts set tags = tags || '["novo"]' where phone = $1`,
      [phoneOf(9)],
    );
    await parts.bulks.undo(tagging.id, 'U1');
    await parts.bulks.run(tagging.id, calmRun());
    expect(await tags()).toEqual([...before.slice(0, 9), 'novo']);
    const untagging = await agree(readOrder('untag', { tag: 'natal' }));
    expect(await parts.bulks.run(untagging.id, calmRun())).toMatchObject({ changed: 3 });
    expect((await tags()).slice(0, 3)).toEqual(['vip', 'vip', 'vip']);
    await parts.bulks.undo(untagging.id, 'U1');
    await parts.bulks.run(untagging.id, calmRun());
    expect((await tags()).slice(0, 3)).toEqual(['vip Natal', 'vip Natal', 'vip Natal']);
  });

  it('opts out, tells who had done so before, and stops what waits for them', async () => {
    await aRunningCampaign(fresh.db, { people: 10 });
    const chosen = await parts.bulks.choose({}, 'U1');
    const order = readOrder('opt-out', {});
    expect(await parts.bulks.plan(chosen.id, order, 'U1')).toEqual({
      total: 10,
      already: 0,
      waiting: 10,
    });
    const bulk = await parts.bulks.confirm(
      chosen.id,
      { id: randomUUID(), order, agreed: 10 },
      'U1',
    );
    const { rows } = await fresh.db.pool.query('select id from phone_contacts where phone = $1', [
      phoneOf(0),
    ]);
    await contactDeskStore(fresh.db).optOut(rows[0].id, 'U2', tuesday);
    expect(await parts.bulks.run(bulk.id, calmRun())).toMatchObject({
      status: 'completed',
      done: 10,
      changed: 9,
    });
    const after = await fresh.db.pool.query(
      `select count(*) filter (where opted_out and consent_sms = 'revoked')::int as out,
              (select count(*)::int from suppressions) as suppressed, (select count(*)::int from consent_events) as said
         from phone_contacts`,
    );
    expect(after.rows[0]).toEqual({ out: 10, suppressed: 10, said: 10 });
    expect(await statusCounts(fresh.db)).toEqual({ skipped: 10 });
    expect(await code(parts.bulks.undo(bulk.id, 'U1'))).toEqual(['bulk.undo-over', {}]);
  });

  it('two people at once: each batch is whole, and nothing is lost or done twice', async () => {
    const [one, two] = [
      await agree(vip),
      await agree(readOrder('segment', { segment: 'milhas' }), { by: 'U2' }),
    ];
    await Promise.all([parts.bulks.run(one.id, calmRun()), parts.bulks.run(two.id, calmRun())]);
    const { rows } = await fresh.db.pool.query<{
      before: string;
      bulk_id: string;
      segment: string;
    }>(
      `select i.bulk_id, i.before, c.segment from contact_bulk_items i join phone_contacts c on c.id = i.contact_id`,
    );
    // Of the two, the one that came second at a contact saw what the first had made of it.
    for (const row of rows) {
      const mine = row.bulk_id === one.id ? 'vip' : 'milhas';
      expect(row.before).toBe(row.segment === mine ? (mine === 'vip' ? 'milhas' : 'vip') : 'geral');
    }
  });

  it('is undone after a newer one that did the same to the same people, and nothing is lost', async () => {
    await fresh.db.pool.query(`update phone_contacts set segment = 'familias' where phone < $1`, [
      phoneOf(4),
    ]);
    const before = await segments();
    const older = await agree(vip);
    await parts.bulks.run(older.id, calmRun());
    clock.advance(60_000);
    const milhas = readOrder('segment', { segment: 'milhas' });
    const newer = await agree(milhas, { by: 'U2' });
    const refused = ['bulk.undo-newer-first', { action: 'segment', word: 'milhas', by: 'U2' }];
    // It has not begun, and will come on top.
    expect(await code(parts.bulks.undo(older.id, 'U1'))).toEqual(refused);
    await parts.bulks.run(newer.id, calmRun());
    expect(await code(parts.bulks.undo(older.id, 'U1'))).toEqual(refused);
    expect(await parts.bulks.get(older.id)).toMatchObject({ status: 'completed', undone: 0 });
    expect((await audits()).map(({ action }) => action)).not.toContain('contacts.bulk-undone');
    await parts.bulks.undo(newer.id, 'U2');
    expect(await code(parts.bulks.undo(older.id, 'U1'))).toEqual(refused);
    await parts.bulks.run(newer.id, calmRun());
    await parts.bulks.undo(older.id, 'U1');
    expect(await parts.bulks.run(older.id, calmRun())).toMatchObject({ undone: 10, kept: 0 });
    expect(await segments()).toEqual(before);
  });

  it('does not wait for a newer one about others, about something else, or that nobody can undo', async () => {
    const one = await agree(vip, { filter: {} });
    await parts.bulks.run(one.id, calmRun());
    clock.advance(60_000);
    for (const order of [readOrder('tag', { tag: 'natal' }), vip]) {
      const other = await agree(order, { by: 'U2' });
      await parts.bulks.run(other.id, calmRun());
    }
    await parts.bulks.undo(one.id, 'U1');
    await parts.bulks.run(one.id, calmRun());
    clock.advance(60_000);
    const early = await agree(vip);
    await parts.bulks.run(early.id, calmRun());
    clock.advance(60_000);
    const late = await agree(readOrder('segment', { segment: 'milhas' }), { by: 'U2' });
    await parts.bulks.run(late.id, calmRun());
    await fresh.db.pool.query('update contact_bulks set undo_until = $2 where id = $1', [
      late.id,
      clock.now(),
    ]);
    await parts.bulks.undo(early.id, 'U1');
    expect(await parts.bulks.run(early.id, calmRun())).toMatchObject({ undone: 0, kept: 10 });
  });

  it('gives back the values of before two that ran into each other, whoever is undone first', async () => {
    const before = await segments();
    const [one, two] = [
      await agree(vip),
      await agree(readOrder('segment', { segment: 'milhas' }), { by: 'U2' }),
    ];
    // Step by step in turn: each is on top at some, below at others.
    const { store } = parts;
    for (const id of [one.id, two.id]) {
      await store.move(id, ['queued'], 'running', { at: clock.now() });
    }
    for (let left = true; left; ) {
      await store.step(one.id, 2, clock.now());
      left = (await store.step(two.id, 3, clock.now())) !== null;
    }
    while (await store.step(one.id, 2, clock.now()));
    const mixed = new Set(await segments());
    expect(mixed.size).toBe(2);
    for (const id of [two.id, one.id]) await parts.bulks.run(id, calmRun());
    const first = (await code(parts.bulks.undo(one.id, 'U4'))) === null ? one : two;
    const second = first === one ? two : one;
    if (first === two) await parts.bulks.undo(two.id, 'U4');
    await parts.bulks.run(first.id, calmRun());
    await parts.bulks.undo(second.id, 'U4');
    await parts.bulks.run(second.id, calmRun());
    expect(await segments()).toEqual(before);
  });

  it('keeps a tag that was there before it was taken away and put again at once', async () => {
    await fresh.db.pool.query(`update phone_contacts set tags = '["Natal"]'`);
    const away = await agree(readOrder('untag', { tag: 'natal' }));
    await parts.bulks.run(away.id, calmRun());
    clock.advance(60_000);
    const put = await agree(readOrder('tag', { tag: 'natal' }), { by: 'U2' });
    await parts.bulks.run(put.id, calmRun());
    expect(await code(parts.bulks.undo(away.id, 'U1'))).toEqual([
      'bulk.undo-newer-first',
      { action: 'tag', word: 'natal', by: 'U2' },
    ]);
    // As if both had run at once: the one below ended last.
    await fresh.db.pool.query(
      `update contact_bulks set completed_at = completed_at + interval '1 hour' where id = $1`,
      [away.id],
    );
    await parts.bulks.undo(away.id, 'U1');
    await parts.bulks.run(away.id, calmRun());
    await parts.bulks.undo(put.id, 'U2');
    await parts.bulks.run(put.id, calmRun());
    expect((await tags()).map((tag) => tag.toLowerCase())).toEqual(Array(10).fill('natal'));
  });

  it('leaves at the next batch when the process is asked to stop, and goes on later', async () => {
    const bulk = await agree(vip);
    const leaving = new AbortController();
    const stopped = parts.bulks.run(
      bulk.id,
      { touch: async () => {}, stopping: leaving.signal },
      () => leaving.abort(),
    );
    expect(await code(stopped)).toEqual(['bulk.interrupted', {}]);
    expect((await segments()).filter((segment) => segment === 'vip')).toHaveLength(3);
    await parts.bulks.resume();
    expect(parts.enqueued.at(-1)).toEqual({ bulkId: bulk.id });
    expect(await parts.bulks.run(bulk.id, calmRun())).toMatchObject({
      done: 10,
      changed: 10,
      status: 'completed',
    });
  });

  it('killed with -9 in the middle, is taken up where it was, to the same end', async () => {
    await fresh.db.pool.query('truncate phone_contacts cascade');
    await somePeople(fresh.db, 2_000);
    const bulk = await agree(readOrder('tag', { tag: 'natal' }));
    const worker = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        fileURLToPath(new URL('../../support/bulk-child.ts', import.meta.url)),
        fresh.url,
        bulk.id,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(worker.stdout, 'data');
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    const half = await parts.bulks.get(bulk.id);
    expect(half.status).toBe('running');
    expect(half.done).toBeGreaterThan(0);
    expect(half.done).toBeLessThan(2_000);
    const many = bulkServices(fresh.db, clock, { atOnce: 500 });
    // The server may take a moment to notice that the other one is gone.
    await expect
      .poll(() => code(many.bulks.run(bulk.id, calmRun())), { timeout: 10_000 })
      .toBeNull();
    expect(await many.bulks.get(bulk.id)).toMatchObject({
      status: 'completed',
      done: 2_000,
      changed: 2_000,
    });
    expect(new Set(await tags())).toEqual(new Set(['natal']));
    await many.bulks.undo(bulk.id, 'U1');
    await many.bulks.run(bulk.id, calmRun());
    expect(new Set(await tags())).toEqual(new Set(['']));
  });

  it('keeps neither choices nor what an undo no longer needs', async () => {
    const bulk = await agree(vip);
    await parts.bulks.run(bulk.id, calmRun());
    await parts.bulks.purge();
    const items = async () =>
      (await fresh.db.pool.query('select count(*)::int as n from contact_bulk_items')).rows[0].n;
    expect(await items()).toBe(10);
    clock.advance(8 * 24 * 3_600_000);
    await parts.bulks.purge();
    expect(await items()).toBe(0);
    const { rows } = await fresh.db.pool.query('select status from contact_bulks');
    expect(rows).toEqual([{ status: 'completed' }]);
  });
});
