export type Surface = 'message' | 'modal' | 'home';

/** `code` is the error Slack's Web API answers with; most problems are plain invalid blocks. */
export type Problem = {
  path: string;
  text: string;
  code: 'invalid_blocks' | 'only_one_table_allowed' | 'msg_blocks_too_long' | 'view_too_large';
};

/** One walk over a message or a view, and what it has to remember on the way. */
export type Walk = {
  surface: Surface;
  problems: Problem[];
  blockIds: Set<string>;
  /** Of the block that is being read. */
  actionIds: Set<string>;
  focused: number;
  markdown: number;
  tables: number;
  tableText: number;
  charts: number;
};

export type Check = (value: unknown, path: string, walk: Walk) => void;

export type Fields = Readonly<Record<string, Check>>;

export function startWalk(surface: Surface): Walk {
  return {
    surface,
    problems: [],
    blockIds: new Set(),
    actionIds: new Set(),
    focused: 0,
    markdown: 0,
    tables: 0,
    tableText: 0,
    charts: 0,
  };
}

export function complain(
  walk: Walk,
  path: string,
  text: string,
  code: Problem['code'] = 'invalid_blocks',
): void {
  walk.problems.push({ path, text, code });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of at most `max` and at least `min` (default 1) characters. */
export const text =
  (max: number, min = 1): Check =>
  (value, path, walk) => {
    if (typeof value !== 'string') complain(walk, path, 'must be a string');
    else if (value.length < min) complain(walk, path, `must be more than ${min - 1} characters`);
    else if (value.length > max) complain(walk, path, `must be less than ${max + 1} characters`);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, path, walk) => {
    if (typeof value !== 'string' || !pattern.test(value)) complain(walk, path, `must be ${what}`);
  };

export const flag: Check = (value, path, walk) => {
  if (typeof value !== 'boolean') complain(walk, path, 'must be a boolean');
};

export const whole =
  (min: number, max: number): Check =>
  (value, path, walk) => {
    if (!Number.isInteger(value)) complain(walk, path, 'must be an integer');
    else if (Number(value) < min || Number(value) > max) {
      complain(walk, path, `must be between ${min} and ${max}`);
    }
  };

export const number: Check = (value, path, walk) => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    complain(walk, path, 'must be a number');
};

export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path, walk) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      complain(walk, path, `must be a valid enum value (${allowed.join(', ')})`);
    }
  };

export const list =
  (item: Check, { min = 1, max }: { min?: number; max: number }): Check =>
  (value, path, walk) => {
    if (!Array.isArray(value)) return complain(walk, path, 'must be an array');
    if (value.length < min) complain(walk, path, `no less than ${min} items allowed`);
    if (value.length > max) complain(walk, path, `no more than ${max} items allowed`);
    value.forEach((entry, index) => {
      item(entry, `${path}/${index}`, walk);
    });
  };

/** An object with exactly these fields; `type` is always allowed. */
export const shape =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path, walk) => {
    if (!isRecord(value)) return complain(walk, path, 'must be an object');
    for (const name of Object.keys(required)) {
      if (value[name] === undefined || value[name] === null) {
        complain(walk, path, `missing required field: ${name}`);
      }
    }
    for (const [name, entry] of Object.entries(value)) {
      if (entry === undefined || entry === null || name === 'type') continue;
      const check = own(required, name) ?? own(optional, name);
      if (check) check(entry, `${path}/${name}`, walk);
      else complain(walk, path, `invalid additional property: ${name}`);
    }
  };

/** Not what every object has from birth, like `valueOf`. */
const own = (checks: Fields, name: string): Check | undefined =>
  Object.hasOwn(checks, name) ? checks[name] : undefined;

/** Chooses the check by the object's `type`. */
export const byType =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, path, walk) => {
    const type = isRecord(value) ? value.type : undefined;
    const check = typeof type === 'string' ? own(kinds, type) : undefined;
    if (check) check(value, path, walk);
    else complain(walk, `${path}/type`, `unsupported type: ${String(type)}`);
  };

export const all =
  (...checks: readonly Check[]): Check =>
  (value, path, walk) => {
    for (const check of checks) check(value, path, walk);
  };

/** Of these fields at least one must be there. */
export const someOf =
  (...names: readonly string[]): Check =>
  (value, path, walk) => {
    if (isRecord(value) && !names.some((name) => value[name] !== undefined)) {
      complain(walk, path, `missing required field: one of ${names.join(', ')}`);
    }
  };

/** Of these fields exactly one must be there. */
export const exactlyOneOf =
  (...names: readonly string[]): Check =>
  (value, path, walk) => {
    if (!isRecord(value)) return;
    const given = names.filter((name) => value[name] !== undefined);
    if (given.length === 0) complain(walk, path, `missing required field: ${names.join(' or ')}`);
    if (given.length > 1) complain(walk, path, `only one of ${names.join(', ')} allowed`);
  };

/** Only where Slack renders it. */
export const onlyOn =
  (surfaces: readonly Surface[], check: Check): Check =>
  (value, path, walk) => {
    if (!surfaces.includes(walk.surface)) {
      complain(walk, path, `unsupported on this surface: ${walk.surface}`);
    }
    check(value, path, walk);
  };
