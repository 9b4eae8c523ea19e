import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listStore } from '../../../src/adapters/db/contact-list-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { savedFilterStore } from '../../../src/adapters/db/saved-filter-store.ts';
import { createSlackPostStore } from '../../../src/adapters/db/slack-post-store.ts';
import { type SandboxPerson, textOf } from '../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../src/adapters/sandbox/slack/page-contract.ts';
import { createFindDesk } from '../../../src/adapters/slack/contacts/find-desk.ts';
import {
  type FindNeeds,
  registerFind,
} from '../../../src/adapters/slack/contacts/find-handlers.ts';
import { onCommand } from '../../../src/adapters/slack/on-command.ts';
import { createPoster } from '../../../src/adapters/slack/poster.ts';
import {
  createContactService,
  createListService,
  createSavedFilterService,
} from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { serve } from '../../support/http-server.ts';
import { type SlackWorld, slackWorld } from '../../support/slack-world.ts';

/** The smallest picture there is. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let world: SlackWorld;
let drawing: 'works' | 'fails' = 'works';
let needs: FindNeeds;

beforeAll(async () => {
  world = await slackWorld();
  const { db, clock, slack } = world;
  needs = {
    contacts: createContactService({ store: contactStore(db), clock }),
    lists: createListService({ store: listStore(db), clock }),
    savedFilters: createSavedFilterService({ store: savedFilterStore(db), clock }),
    imports: { get: () => Promise.reject(new Error('no import here')) },
    charts: {
      contactMap: async () => {
        if (drawing === 'fails') throw new Refusal('unavailable', 'reports.charts');
        return png;
      },
    },
    poster: createPoster({
      clients: slack.clients,
      store: createSlackPostStore(db),
      log: slack.log,
    }),
  };
  const lists = registerFind(slack, needs);
  onCommand(slack, '/contacts', {
    find: { role: 'viewer', help: 'contacts.help.find', run: (v) => lists.command(v, 'table') },
    map: { role: 'viewer', help: 'contacts.help.map', run: (v) => lists.command(v, 'map') },
  });
  await db.pool.query(
    `insert into phone_contacts (phone, formatted_phone, name, state, area_code, segment, tags, lead_score)
     select '+1203555' || lpad(n::text, 4, '0'), '+1(203)555-' || lpad(n::text, 4, '0'),
            (array['Maria','João','Ana'])[1 + n % 3] || ' ' || lpad(n::text, 3, '0'),
            (array['CT','FL'])[1 + n % 2], '203', 'geral', case when n % 4 = 0 then '["vip"]'::jsonb else '[]' end, n % 100
       from generate_series(1, 120) n`,
  );
  await world.start();
});
afterAll(() => world.close());

/** A new list of one person, and then the same message whenever it shows something. */
async function opened(person: SandboxPerson, command = '/contacts find') {
  const before = new Set((await person.messages('general')).map(({ ts }) => ts));
  await person.command('general', command);
  const first = await person.waitForMessage('general', (m) => !before.has(m.ts));
  const shows = (words: RegExp): Promise<Message> =>
    person.waitForMessage('general', (m) => m.ts === first.ts && words.test(said(m)));
  return { first, shows };
}
const said = (message: Message) => `${message.text}\n${textOf(message.blocks)}`;
const has = (message: Message, type: string) =>
  message.blocks.some((block) => (block as { type?: string }).type === type);

describe('a list of contacts in a workspace', () => {
  it('is a table that only its owner sees, and is turned, sorted and shown otherwise in its place', async () => {
    const list = await opened(world.alex);
    expect(list.first.ephemeralTo).toBe(world.alex.id);
    expect(said(list.first)).toMatch(/Filter:\* everybody/);
    expect(said(list.first)).toContain('Showing 1–25 of 120');
    expect(has(list.first, 'table')).toBe(true);
    await world.alex.click('Next page', list.first);
    await list.shows(/Showing 26–50 of 120 · page 2 of 5/);
    await world.alex.click('Last page', list.first);
    await list.shows(/Showing 101–120 of 120/);
    const sort = /contacts\.list-sort:[\w-]+/.exec(JSON.stringify(list.first.blocks))?.[0] ?? '';
    await world.alex.choose(sort, 'Highest score first', list.first);
    await list.shows(/page 1 of 5 · by Highest score first/);
    await world.alex.choose(sort.replace('sort', 'size'), '50 per page', list.first);
    await list.shows(/Showing 1–50 of 120/);
    await world.alex.choose(sort.replace('sort', 'view'), 'View: cards', list.first);
    const cards = await list.shows(/Showing 1–10 of 120/);
    expect(has(cards, 'card')).toBe(true);
    expect(await world.ana.messages('general')).not.toContainEqual(
      expect.objectContaining({ ts: list.first.ts }),
    );
  });

  it('tells a viewer nothing about what is masked', async () => {
    const whole = await opened(world.vera, '/contacts find 2035550042');
    expect(said(whole.first)).toContain('(203) •••-0042');
    expect(said(whole.first)).not.toMatch(/555.?0042/);
    const other = await opened(world.vera, '/contacts find 2039990042');
    expect(said(other.first)).toContain('(203) •••-0042');
    const middle = await opened(world.vera, '/contacts find 5550042');
    expect(said(middle.first)).not.toContain('0042 ');
    expect(has(middle.first, 'table')).toBe(false);
    const saved = await needs.savedFilters.save(
      { name: 'Uma só', filter: { search: '2035550042' }, replace: false },
      world.alex.id,
    );
    await world.vera.click('contacts.saved-filters', whole.first);
    const { view } = await world.vera.waitForView(({ view }) => textOf(view).includes('Uma só'));
    expect(JSON.stringify(view)).not.toContain('2035550042');
    expect(textOf(view)).toContain('(203) •••-0042');
    await needs.savedFilters.remove(saved.id, world.alex.id);
  });

  it('reads what is typed, and says it', async () => {
    const list = await opened(world.alex, '/contacts find maria CT vip');
    expect(said(list.first)).toContain('“maria” in name or phone · state CT · tag vip');
    const { rows } = await world.db.pool.query<{ n: number }>(
      `select count(*)::int as n from phone_contacts where name like 'Maria%' and state = 'CT' and tags @> '["vip"]'`,
    );
    expect(said(list.first)).toContain(`of ${rows[0]?.n}`);
  });

  it('says what to do when nobody matches, and the way back is a button', async () => {
    const list = await opened(world.alex, '/contacts find <!here> nobody%here & <b>');
    expect(said(list.first)).toContain('Nobody matches this filter');
    expect(list.first.text).toContain('“&lt;!here&gt; nobody%here &amp; &lt;b&gt;”');
    await world.alex.click('Clear filter', list.first);
    await list.shows(/of 120/);
  });

  it('does not turn for somebody who holds its id', async () => {
    const list = await opened(world.alex);
    const value = (await world.alex.find('Next page', list.first)).element.value;
    await world.slack.clients.quick.chat.postMessage({
      channel: list.first.channel,
      text: 'forged',
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'contacts.find-page:next',
              value: String(value),
              text: { type: 'plain_text', text: 'Forged' },
            },
          ],
        },
      ],
    });
    const forged = await world.ana.waitForMessage('general', (m) => m.text === 'forged');
    await world.ana.click('Forged', forged);
    await world.ana.waitForMessage('general', (m) => m.text.includes('não é sua'));
  });

  it('gathers people over its pages, and hands them over by a selection of the owner', async () => {
    const list = await opened(world.alex);
    const id = /contacts\.pick:([\w-]+)/.exec(JSON.stringify(list.first.blocks))?.[1] ?? '';
    await world.alex.click('Select this page (25)', list.first);
    await list.shows(/\*25 people\* selected/);
    await world.alex.click('Next page', list.first);
    await list.shows(/page 2 of 5/);
    await world.alex.choose(`contacts.pick:${id}`, ['João 040 · …0040 · CT'], list.first);
    const picked = await list.shows(/\*26 people\* selected/);
    const button = await world.alex.find('Act on 26 selected', picked);
    const { rows } = await world.db.pool.query<{ owner: string; ids: string[] }>(
      'select owner, ids from contact_selections where id = $1',
      [button.element.value],
    );
    expect([rows[0]?.owner, rows[0]?.ids.length]).toEqual([world.alex.id, 26]);
    const all = await world.alex.find('Act on all 120 of this filter', picked);
    const whole = await world.db.pool.query('select filter from contact_selections where id = $1', [
      all.element.value,
    ]);
    expect(whole.rows).toEqual([{ filter: {} }]);
    await world.alex.click('Deselect all', picked);
    await world.alex.waitForMessage(
      'general',
      (m) => m.ts === list.first.ts && !said(m).includes('selected'),
    );
  });

  it('offers a viewer no selection, and masked numbers', async () => {
    const list = await opened(world.vera);
    expect(said(list.first)).toContain('•••');
    expect(JSON.stringify(list.first.blocks)).not.toMatch(/contacts\.(bulk|pick|save-filter)/);
  });

  it('draws the states, opens one of them, and says them in words when there is no picture', async () => {
    const list = await opened(world.alex, '/contacts map');
    expect(has(list.first, 'image')).toBe(true);
    expect(said(list.first)).toContain('*CT*: 60 people');
    const drill = /contacts\.drill:[\w-]+/.exec(JSON.stringify(list.first.blocks))?.[0] ?? '';
    await world.alex.choose(drill, 'FL (60)', list.first);
    const florida = await list.shows(/state FL/);
    expect(has(florida, 'table')).toBe(true);
    drawing = 'fails';
    await world.alex.choose(drill.replace('drill', 'list-view'), 'View: map, answers', list.first);
    const words = await list.shows(/no messages yet/);
    drawing = 'works';
    expect(has(words, 'image')).toBe(false);
  });
});

describe('the filter as a form', () => {
  it('counts while somebody chooses, keeps what they chose, and shows the list in its place', async () => {
    const list = await opened(world.alex);
    await world.alex.click('Change filter', list.first);
    await world.alex.waitForView(({ view }) => /\*120\* contacts match/.test(textOf(view)));
    await world.alex.choose('filterStates', ['FL (60)']);
    await world.alex.waitForView(({ view }) => /\*60\* contacts match/.test(textOf(view)));
    await world.alex.choose('filterTags', ['vip (30)']);
    const view = await world.alex.waitForView(({ view: v }) =>
      /state FL · tag vip/.test(textOf(v)),
    );
    expect(textOf(view.view)).toContain('Nobody');
    await world.alex.choose('filterStates', ['CT (60)']);
    await world.alex.waitForView(({ view: v }) => /\*30\* contacts match/.test(textOf(v)));
    const refused = await world.alex.submit({ filterScoreMin: '50', filterScoreMax: '40' });
    expect(refused.errors).toEqual({ filterScoreMax: 'The upper score is below the lower one.' });
    await world.alex.submit({ filterScoreMin: '50', filterScoreMax: '90' });
    const shown = await list.shows(/state CT · tag vip · score 50–90/);
    expect(shown.ephemeralTo).toBe(world.alex.id);
  });

  it('is saved under a name, opened by another person, renamed and deleted', async () => {
    const list = await opened(world.alex, '/contacts find vip');
    await world.alex.click('Save filter', list.first);
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.save-filter-form');
    await world.alex.submit({ name: 'VIPs' });
    await world.alex.waitForView(({ view }) => textOf(view).includes('*VIPs* is saved'));
    await world.alex.close();
    await world.alex.click('Save filter', list.first);
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.save-filter-form');
    const taken = await world.alex.submit({ name: 'VIPs' });
    expect(taken.errors?.name).toContain('exists');
    await world.alex.submit({ name: 'VIPs', replaceSame: ['yes'] });
    await world.alex.close();

    const veras = await opened(world.vera);
    const saved = /Filtros salvos|Saved filters/.exec(said(veras.first))?.[0] ?? '';
    await world.vera.click(saved, veras.first);
    await world.vera.waitForView(({ view }) => textOf(view).includes('VIPs'));
    expect(JSON.stringify((await world.vera.view()).view)).not.toContain('contacts.saved-more');
    const { rows } = await world.db.pool.query<{ id: string }>('select id from saved_filters');
    await world.vera.click(`contacts.open-saved:${rows[0]?.id}`);
    await veras.shows(/(tag|etiqueta) vip/);
    await world.vera.close();

    await world.alex.click('Saved filters', list.first);
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.saved-list');
    await world.alex.choose(`contacts.saved-more:${rows[0]?.id}`, 'Rename');
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.rename-form');
    await world.alex.submit({ name: 'Gente VIP' });
    await world.alex.waitForView(({ view }) => textOf(view).includes('Gente VIP'));
    await world.alex.choose(`contacts.saved-more:${rows[0]?.id}`, 'Delete filter');
    await world.alex.waitForView(({ view }) => view.callback_id === 'contacts.remove-form');
    await world.alex.submit();
    await world.alex.waitForView(({ view }) => textOf(view).includes('No filter is saved yet'));
    await world.alex.close();
  });
});

describe('where Slack does not take it', () => {
  /** Slack's address for the replacement of a message; what it was handed, and what it took. */
  async function theirs(takes: (body: string) => boolean) {
    const bodies: string[] = [];
    const server = await serve((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        bodies.push(body);
        response.writeHead(takes(body) ? 200 : 400).end();
      });
    });
    return { ...server, bodies };
  }

  async function aList(responseUrl: string) {
    const list = await needs.lists.begin({
      owner: world.alex.id,
      filter: { tags: ['vip'] },
      sort: 'name',
      view: 'table',
      size: 25,
      page: 1,
      picked: [],
      place: { channel: 'C1', messageTs: null, responseUrl },
    });
    const member = await world.slack.team.require(world.alex.id, 'viewer');
    const looking = { member, words: await world.slack.readerOf(world.alex.id) };
    await createFindDesk(world.slack, needs).showAt(list.place, list, looking);
    return list;
  }

  it('a table becomes lines that say and offer the same', async () => {
    const slack = await theirs((body) => !body.includes('"type":"table"'));
    await aList(slack.url);
    await slack.close();
    expect(slack.bodies.map((body) => body.includes('"type":"table"'))).toEqual([true, false]);
    expect(slack.bodies[1]).toContain('*João 004*');
    expect(slack.bodies[1]).toContain('"replace_original":true');
    expect(slack.bodies[1]).toContain('contacts.filters');
  });

  it('a message that is gone is followed by one in their conversation, which goes on working', async () => {
    const slack = await theirs(() => false);
    const list = await aList(slack.url);
    await slack.close();
    const posted = await world.alex.waitForMessage('dm', (m) => m.text.includes('tag vip'));
    expect((await needs.lists.get(list.id, world.alex.id)).place).toEqual({
      channel: posted.channel,
      messageTs: posted.ts,
      responseUrl: null,
    });
    await world.alex.click('Clear filter', posted);
    await world.alex.waitForMessage('dm', (m) => m.ts === posted.ts && /everybody/.test(m.text));
  });
});
