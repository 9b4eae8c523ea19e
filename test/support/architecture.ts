import { dirname, join, normalize } from 'node:path/posix';

/** Source files by their path under src/, `features/contacts/find.ts` → its text. */
export type Tree = Readonly<Record<string, string>>;

/** Floors, lowest first. A file may import from its own floor or a lower one. */
const floors = ['shared', 'features', 'adapters', 'app', 'main.ts'];

/** Features, most basic first. A feature may import those before it, through index.ts only. */
const features = [
  'team',
  'validation',
  'consent',
  'contacts',
  'compliance',
  'scheduling',
  'campaigns',
  'delivery',
  'conversations',
  'analytics',
  'optimization',
  'automation',
  'integrations',
  'reports',
];

/** The only packages business code may know; of Node it may only hash. */
const purePackages = ['zod', 'luxon', 'libphonenumber-js', 'liquidjs', 'decimal.js'];
const hashing = /import \{ createHash \} from 'node:crypto'/;

/** What would make a rule give two answers to the same question. */
const impure =
  /\bnew Date\(\s*\)|\bDate\(\)|\bDate\.now\b|\bDateTime\.(now|local)\b|\bDateTime\.utc\(\s*\)|\bperformance\.|\bhrtime\b|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\b(set|clear)(Timeout|Interval|Immediate)\b|\b(await|return|=>?) fetch\(|\bconsole\.|\bprocess\.|['"](now|today)['"]\s*\|\s*date\b/;

const environment =
  /\bprocess\s*\??\.\s*env\b|\bprocess\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\bimport\.meta\.env\b|from '(node:)?process'/;

const drawer = /(^|-)(utils?|helpers?|libs?|common|misc|types|constants?|shared)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
const service = /(^|-)service\.ts$/;

type Import = { file: string; target: string; inside: boolean };

/** Every place where the tree breaks a rule of its shape, as sentences. */
export function violations(tree: Tree): string[] {
  const code = Object.fromEntries(
    Object.entries(tree)
      .filter(([file]) => !file.startsWith('adapters/db/generated/'))
      .map(([file, text]) => [file, withoutComments(text)]),
  );
  const files = Object.keys(code);
  const imports = files.flatMap((file) => importsOf(file, code[file] ?? ''));
  const scripts = files.filter((file) => /\.(ts|js|mjs)$/.test(file));
  return [
    ...imports.flatMap(brokenImport),
    ...files.flatMap(misplaced),
    ...scripts.flatMap((file) => brokenText(file, code[file] ?? '', tree[file] ?? '')),
  ];
}

function brokenImport({ file, target, inside }: Import): string[] {
  const say = (rule: string) => [`${file} → ${target}: ${rule}`];
  const [from, to] = [file.split('/'), target.split('/')];
  const business = from[0] === 'shared' || from[0] === 'features';
  if (!inside) {
    const name = to[0]?.startsWith('@') ? to.slice(0, 2).join('/') : (to[0] ?? '');
    const allowed = purePackages.includes(name) || target === 'node:crypto';
    return business && !allowed ? say('business code knows pure packages only') : [];
  }
  if (floors.indexOf(to[0] ?? '') < 0) return say('is no floor of src');
  if (floors.indexOf(to[0] ?? '') > floors.indexOf(from[0] ?? '')) return say('points up');
  if (to[0] === 'features') return brokenFeatureImport(from, to).flatMap(say);
  if (from[0] === 'adapters' && to[0] === 'adapters' && from[1] !== to[1]) {
    return say('adapters never import one another');
  }
  return [];
}

function brokenFeatureImport(from: string[], to: string[]): string[] {
  if (from[0] === 'features' && from[1] === to[1]) {
    const entitled = from.at(-1) === 'index.ts' || service.test(from.at(-1) ?? '');
    return service.test(to.at(-1) ?? '') && !entitled ? ['rules do not know services'] : [];
  }
  const later =
    from[0] === 'features' && features.indexOf(to[1] ?? '') > features.indexOf(from[1] ?? '');
  return [
    ...(later ? ['a feature uses earlier features only'] : []),
    ...(to[2] === 'index.ts' ? [] : ['a feature is reached through its index.ts']),
  ];
}

function misplaced(file: string): string[] {
  const parts = file.split('/');
  const [floor = '', name = ''] = parts;
  const stems = parts.map((part, n) => (n === parts.length - 1 ? part.replace(/\..*$/, '') : part));
  return [
    ...(floors.includes(floor) ? [] : [`${file}: is on no floor of src`]),
    ...(floor === 'features' && !features.includes(name)
      ? [`${file}: has no place in the line`]
      : []),
    ...(floor === 'adapters' && parts.length < 3 ? [`${file}: an adapter is a folder`] : []),
    ...(stems.slice(1).some((stem) => drawer.test(stem))
      ? [`${file}: is a drawer, not a reason`]
      : []),
    ...(file.endsWith('README.md') || parts.every((part) => kebab.test(part))
      ? []
      : [`${file}: is not kebab-case`]),
  ];
}

function brokenText(file: string, code: string, text: string): string[] {
  const parts = file.split('/');
  const pure =
    (parts[0] === 'features' && !service.test(file)) ||
    (parts[0] === 'shared' && file !== 'shared/clock.ts');
  const crypto = /from '(node:)?crypto'/.test(code) && !hashing.test(code);
  const business = parts[0] === 'features' || parts[0] === 'shared';
  const lines = text.trimEnd().split('\n').length;
  return [
    ...(pure && impure.test(code)
      ? [`${file}: ${impure.exec(code)?.[0]} is no rule's business`]
      : []),
    ...(business && crypto ? [`${file}: takes more than createHash from crypto`] : []),
    ...(file !== 'main.ts' && environment.test(code) ? [`${file}: reads the environment`] : []),
    ...(/^export default\b/m.test(code) ? [`${file}: has a default export`] : []),
    ...(lines > 250 ? [`${file}: has ${lines} lines, 250 is the limit`] : []),
  ];
}

const importForms = [
  /^\s*(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
  /\brequire(?:\.resolve)?\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

function importsOf(file: string, code: string): Import[] {
  const names = importForms.flatMap((form) =>
    [...code.matchAll(form)].map(([, name = '']) => name),
  );
  return names.map((name) => {
    const inside = name.startsWith('.');
    return { file, target: inside ? normalize(join(dirname(file), name)) : name, inside };
  });
}

/** Strings stay, since templates hold code; a rule may then be named in a comment. */
const withoutComments = (text: string): string =>
  text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_match, string?: string) => string ?? ' ',
  );
