import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxPage } from '../../../../src/adapters/sandbox/page/sandbox-page.ts';

const assets = join(import.meta.dirname, '../../../../src/adapters/sandbox/page/assets');
const sources = readdirSync(assets, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(assets, name)).isFile())
  .map((name) => ({ name, text: readFileSync(join(assets, name), 'utf8') }));

describe('the page as it is served', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    const site = express().use(sandboxPage({ firstPerson: 'U01ANARIBEI' }));
    server = createServer(site);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    base = address && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('lets only its own scripts run and only its own server be called', async () => {
    const page = await fetch(base);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await page.text()).toContain('data-first-person="U01ANARIBEI"');
  });

  it.each([
    ['/page/main.js', 'text/javascript'],
    ['/page/css/base.css', 'text/css'],
    ['/page/icon.svg', 'image/svg+xml'],
    ['/page/fonts/inter-latin-400-normal.woff2', 'font/woff2'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await fetch(base + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    await answer.arrayBuffer();
  });

  it('serves nothing beside its own folder', async () => {
    for (const path of ['/page/../sandbox-page.ts', '/page/%2e%2e/sandbox-page.ts', '/page/']) {
      expect((await fetch(base + path)).status).toBe(404);
    }
  });

  it('refuses a first person that is no user id', () => {
    expect(() => sandboxPage({ firstPerson: '"><script>' })).toThrow(TypeError);
  });

  it('links every style sheet there is', () => {
    const html = readFileSync(join(assets, 'index.html'), 'utf8');
    const linked = [...html.matchAll(/href="\/page\/(css\/[\w-]+\.css)"/g)].map(([, name]) => name);
    expect(linked.sort()).toEqual(
      sources.flatMap(({ name }) => (name.endsWith('.css') ? [name] : [])).sort(),
    );
  });
});

describe('the sources of the page', () => {
  it.each(sources.filter(({ name }) => name.endsWith('.js')))(
    'never turn a string into markup or code: $name',
    ({ text }) => {
      expect(text).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc/,
      );
    },
  );

  it('pass the type checker, with the browser as their library', () => {
    const tsc = join(import.meta.dirname, '../../../../node_modules/typescript/bin/tsc');
    const check = () =>
      execFileSync(process.execPath, [tsc, '-p', join(assets, 'tsconfig.json')], {
        encoding: 'utf8',
      });
    expect(check).not.toThrow();
  });

  it('have every word in both languages, with the same places to fill in', async () => {
    const wordsIn = (file: string) =>
      new Map(
        [
          ...readFileSync(join(assets, 'words', file), 'utf8').matchAll(
            /^ {2}'?([\w.-]+)'?:\s*\n?\s*'((?:[^'\\]|\\.)*)',$/gm,
          ),
        ].map(([, key = '', text = '']) => [key, text]),
      );
    const english = wordsIn('en.js');
    const portuguese = wordsIn('pt-br.js');
    expect(english.size).toBeGreaterThan(100);
    expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort());
    const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const [key, text] of english) expect(places(portuguese.get(key))).toEqual(places(text));
  });

  it('use every word, and no word that is not there', () => {
    const code = sources.flatMap(({ name, text }) =>
      name.endsWith('.js') && !name.startsWith('words/') ? [text] : [],
    );
    const table = readFileSync(join(assets, 'words/en.js'), 'utf8');
    const keys = [...table.matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key = '']) => key);
    const all = code.join('\n');
    const built = ['fault.', 'status.', 'task.', 'role.', 'topic.', 'clock.'];
    const unused = keys.filter(
      (key) => !all.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)),
    );
    const asked = [...all.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key);
    expect(unused).toEqual([]);
    expect(asked.filter((key) => !keys.includes(key) && key !== 'offline')).toEqual([]);
  });
});
