import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Tree, violations } from './support/architecture.ts';

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(src.length + 1));
const tree: Tree = Object.fromEntries(
  files.map((file) => [file, readFileSync(join(src, file), 'utf8')]),
);

describe('the architecture', () => {
  it('holds: imports point down, features stand in a line, rules are pure', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(violations(tree)).toEqual([]);
  });
});

describe('the architecture test', () => {
  const rule = 'features/contacts/find.ts';
  const broken: [why: string, file: string, text: string][] = [
    ['points up', rule, `import { a } from '../../adapters/db/a.ts';`],
    ['points up', 'shared/money.ts', `import type { A } from '../features/team/index.ts';`],
    ['points up', 'adapters/db/a.ts', `export * from '../../app/config.ts';`],
    ['points up', 'app/config.ts', `import '../main.ts';`],
    ['points up', rule, `const a = await import('../../adapters/db/a.ts');`],
    ['points up', rule, `import {\n  a,\n  b,\n} from '../../adapters/db/a.ts';`],
    ['no floor', rule, `import a from '../../../prisma/a.ts';`],
    ['no floor', 'lib/a.ts', ''],
    ['earlier features', rule, `import { a } from '../delivery/index.ts';`],
    [
      'earlier features',
      'features/delivery/service.ts',
      `import { a } from '../reports/index.ts';`,
    ],
    ['index.ts', 'features/delivery/a.ts', `import { a } from '../contacts/find.ts';`],
    ['index.ts', 'adapters/slack/a.ts', `import { a } from '../../features/contacts/find.ts';`],
    ['index.ts', 'app/a.ts', `const a = require('../features/contacts/find.ts');`],
    ['services', rule, `import { createContactService } from './contact-service.ts';`],
    ['one another', 'adapters/slack/a.ts', `import { connect } from '../db/database.ts';`],
    ['one another', 'adapters/sandbox/slack/a.ts', `import { a } from '../../slack/a.ts';`],
    ['pure packages', rule, `import pg from 'pg';`],
    ['pure packages', rule, `import type { Block } from '@slack/types';`],
    [
      'pure packages',
      'features/contacts/service.ts',
      `import { readFile } from 'node:fs/promises';`,
    ],
    ['pure packages', 'shared/money.ts', `import 'node:os';`],
    ['createHash', rule, `import { createHash, randomBytes } from 'node:crypto';`],
    ['createHash', rule, `import * as crypto from 'node:crypto';`],
    ...[
      'new Date()',
      'Date.now()',
      'DateTime.now()',
      'DateTime.local()',
      'DateTime.local({ zone })',
      'DateTime.utc()',
      'performance.now()',
      'Math.random()',
      'setTimeout(f, 1)',
      'await fetch(url)',
      'console.log(1)',
      'process.pid',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text
      '`at ${new Date()}`',
      `render("{{ 'now' | date: '%H' }}")`,
    ].map((text): [string, string, string] => ["no rule's business", rule, `const a = ${text};`]),
    ["no rule's business", 'shared/phone.ts', 'const a = Date.now();'],
    ['environment', 'app/config.ts', 'const a = process.env.PORT;'],
    ['environment', 'adapters/db/a.ts', 'const { env } = process;'],
    ['environment', 'adapters/db/a.ts', `const a = process['env'];`],
    ['environment', 'adapters/db/a.ts', `import { env } from 'node:process';`],
    ['250', rule, 'a;\n'.repeat(251)],
    ['default export', rule, 'export default 1;'],
    ['drawer', 'adapters/slack/utils.ts', ''],
    ['drawer', 'adapters/slack/date-helpers.ts', ''],
    ['drawer', 'features/contacts/types.ts', ''],
    ['drawer', 'adapters/slack/common/a.ts', ''],
    ['kebab-case', 'features/contacts/findPeople.ts', ''],
    ['place in the line', 'features/billing/index.ts', ''],
    ['folder', 'adapters/mail.ts', ''],
  ];

  const shown = (text: string) => text.replaceAll('\n', ' ').slice(0, 60);

  it.each(broken.map(([why, file, text]) => ({ why, file, text, it: shown(text) })))(
    'catches "$why" in $file: $it',
    ({ why, file, text }) => {
      const found = violations({ [file]: text });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(why);
    },
  );

  const sound: [file: string, text: string][] = [
    [rule, `import { isValid } from '../validation/index.ts';`],
    [rule, `import { parsePhoneNumber } from 'libphonenumber-js/max';`],
    [rule, `import { createHash } from 'node:crypto';`],
    [rule, '// never Date.now() here\n/* nor\n * new Date() */\nconst a = new Date(now);'],
    [rule, `const a = 'https://example.com'; const b = DateTime.utc(2026, 1, 1);`],
    ['features/contacts/contact-service.ts', 'const a = Date.now();'],
    ['features/contacts/index.ts', `export * from './contact-service.ts';`],
    ['adapters/db/a.ts', `import { a } from '../../features/contacts/index.ts';`],
    ['adapters/db/generated/client.ts', `export default process.env;\n${'a\n'.repeat(300)}`],
    ['adapters/sandbox/slack/a.ts', `import { a } from '../carrier/a.ts';`],
    ['app/a.ts', `import { a } from '../adapters/db/a.ts';\nimport { b } from './b.ts';`],
    ['main.ts', 'const a = process.env;'],
    [rule, 'a;\n'.repeat(250)],
    [rule, `const a = { kind: 'import', is: b === 'x' };`],
    ['features/team/README.md', ''],
    ['features/validation/line-type.ts', 'fetch(carrierId: string): Promise<Answer>;'],
  ];
  it.each(sound.map(([file, text]) => ({ file, text, it: shown(text) })))(
    'lets $file say: $it',
    ({ file, text }) => {
      expect(violations({ [file]: text })).toEqual([]);
    },
  );
});
