import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../scripts/demo/script.ts';
import { textOf } from '../../src/adapters/sandbox/slack/client.ts';
import { lawfulTuesday, type RunningProduct, runningProduct } from './running-product.ts';
import { importList, plainText, step, type Team, team, whispered } from './sandbox-team.ts';

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const locked = Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]);

/** What people get wrong, and what they are told: in their language, with the next step. */
describe('bad input of an operator who reads Portuguese', () => {
  let product: RunningProduct;
  let cast: Team;

  beforeAll(async () => {
    product = await runningProduct();
    await product.moveClock(lawfulTuesday());
    cast = team(product.url);
    await importList(product, cast);
  });
  afterAll(() => product?.close());

  const contacts = async () =>
    (await product.rows<{ n: number }>('select count(*)::int as n from phone_contacts'))[0]?.n;

  describe('files', () => {
    it.each([
      ['vazio.csv', Buffer.alloc(0), 'está vazio', 'Exporte a lista de novo'],
      [
        'ruído.csv',
        Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 73 + 1) % 31)),
        'não é uma lista que eu consiga ler',
        'Envie um CSV',
      ],
      ['contrato.csv', Buffer.from('%PDF-1.7 …'), 'um PDF', 'Envie um CSV'],
      ['segredo.xlsx', locked, 'protegido por senha', 'remova a senha'],
      [
        'antigo.xlsx',
        Buffer.concat([ole, Buffer.alloc(512)]),
        'formato antigo do Excel',
        'salve como',
      ],
      [
        'compras.csv',
        Buffer.from('Produto;Preço\nPão;3\nLeite;5\n'),
        'nenhuma coluna com números de telefone',
        'Inclua uma coluna',
      ],
      [
        'só título.csv',
        Buffer.from('Nome;Telefone\n'),
        'não tem linhas com contatos',
        'envie de novo',
      ],
      [
        'aspas.csv',
        Buffer.from('Nome;Telefone\nx;2035550100\ny;"2035550101\nz;2035550102\n'),
        'aspas perto da linha',
        'Tire as aspas',
      ],
    ])('%s', async (name, content, what, next) => {
      const before = await contacts();
      await cast.ana.command('dm', '/contacts import');
      await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.import-form');
      const file = await cast.ana.upload(name, content);
      const result = await cast.ana.submit({ file: [file] });
      const answer = async () => {
        const { views } = await cast.ana.state();
        const last = await cast.ana.latestMessage('dm');
        return [result.errors, ...views.map(({ view }) => view), last]
          .map((one) => JSON.stringify(one))
          .join('\n');
      };
      await expect.poll(answer).toContain(what);
      expect(await answer()).toContain(next);
      await cast.ana.close().catch(() => {});
      expect(await contacts()).toBe(before);
      expect(
        await product.rows(`select 1 from imports where status in ('running', 'confirmed')`),
      ).toEqual([]);
    });
  });

  it('a list that is too large for the form is refused there, and read when it is dropped', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 'a;b\n');
    await cast.ana.command('dm', '/contacts import');
    await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.import-form');
    const { errors } = await cast.ana.submit({ file: [await cast.ana.upload('a.csv', large)] });
    expect(errors).toEqual({ file: expect.stringContaining('10 MB') });
    await cast.ana.close();
    await cast.ana.upload('enorme.csv', large, 'dm');
    const told = await cast.ana.waitForMessage(
      'dm',
      (m) => read(m).includes('enorme.csv') && !read(m).includes('Abrindo'),
    );
    expect(read(told)).toContain('Não achei nenhuma coluna com números de telefone');
    expect(await product.rows(`select 1 from imports where file_name = 'enorme.csv'`)).toEqual([]);
  });

  describe('the wizard', () => {
    /** Opens a fresh wizard and goes to a step with what is right before it. */
    async function wizardAt(n: number): Promise<void> {
      const right = [{ 'campaigns.name': 'Errada' }, {}, { 'campaigns.template': plainText }, {}];
      await cast.ana.command('dm', '/campaign new');
      await cast.ana.waitForView(step(1));
      for (const answers of right.slice(0, n - 1)) {
        await cast.ana.submit(answers);
      }
      await cast.ana.waitForView(step(n));
    }
    it.each([
      [
        'a token that does not exist',
        3,
        { 'campaigns.template': `${plainText} {{preco}}` },
        /preco.*Use um destes/,
      ],
      [
        'a loop',
        3,
        { 'campaigns.template': `{% for i in (1..9) %}x{% endfor %} ${plainText}` },
        /for.*não é permitido/,
      ],
      [
        'braces that never close',
        3,
        { 'campaigns.template': `${plainText} {{ name` },
        /Confira as chaves/,
      ],
      [
        'a text without a way out',
        3,
        { 'campaigns.template': 'Fly2Any: Orlando por $620' },
        /Responda PARE/,
      ],
      ['a budget of zero', 5, { 'campaigns.total': '0' }, /acima de zero/],
      ['a budget that is no number', 5, { 'campaigns.total': 'muito' }, /acima de zero|número/],
    ] as const)('%s', async (_, at, answers, said) => {
      await wizardAt(at);
      const result = await cast.ana.submit(answers);
      expect(Object.values(result.errors ?? {}).join(' ')).toMatch(said);
      expect(step(at)(await cast.ana.view())).toBe(true);
      await cast.ana.close();
    });

    it('a day that is over', async () => {
      await wizardAt(4);
      await cast.ana.fill({ 'campaigns.kind': 'scheduled' });
      await cast.ana.waitForView((open) => JSON.stringify(open).includes('campaigns.start-date'));
      const result = await cast.ana.submit({
        'campaigns.start-date': '2026-01-05',
        'campaigns.start-time': '10:00',
      });
      expect(Object.values(result.errors ?? {})).toEqual([expect.stringContaining('já passou')]);
      await cast.ana.close();
    });

    it('an audience of nobody', async () => {
      await wizardAt(2);
      await cast.ana.fill({ 'campaigns.score-min': '100' });
      const result = await cast.ana.submit();
      const said = `${JSON.stringify(result.errors)} ${textOf((await cast.ana.view()).view)}`;
      expect(said).toContain('Ninguém receberia');
      expect(said).toContain('Amplie o público');
      await cast.ana.close();
    });

    it('leaves drafts behind and nothing else', async () => {
      const states = await product.rows('select distinct status from phone_campaigns');
      expect(states).toEqual([{ status: 'draft' }]);
      expect(await product.rows('select 1 from phone_communications')).toEqual([]);
      expect(await product.rows('select 1 from approvals')).toEqual([]);
    });
  });

  describe('commands', () => {
    it('names the nearest word', async () => {
      await cast.ana.command('dm', '/contacts imprt');
      await whispered(cast.ana, 'dm', '`/contacts import`');
      const said = read(await whispered(cast.ana, 'dm', 'imprt'));
      expect(said).toMatch(/Não conheço/);
    });

    it('tells a viewer which role it takes, and begins nothing', async () => {
      const before = await product.rows('select id from phone_campaigns order by id');
      await cast.vera.command('dm', '/campaign new');
      await whispered(cast.vera, 'dm', 'exige o papel de *operador*');
      expect((await cast.vera.state()).views).toEqual([]);
      expect(await product.rows('select id from phone_campaigns order by id')).toEqual(before);
      expect(product.troubles()).toEqual([]);
    });
  });
});
