/**
 * Phrases are written over normalised text; `{name}` stands for a group of words.
 * A phrase matches whole words only.
 */
export const phrases = (
  groups: Readonly<Record<string, string>>,
  lines: readonly string[],
): readonly RegExp[] =>
  lines.map((line) => new RegExp(`(?<![^ ])(?:${filled(groups, line)})(?![^ ])`));

function filled(groups: Readonly<Record<string, string>>, line: string): string {
  const next = line.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const group = groups[name];
    if (group === undefined) throw new Error(`No group ${whole}`);
    return `(?:${group})`;
  });
  return next === line ? line : filled(groups, next);
}

export const matchesAny = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

const everywhere = new Map<RegExp, RegExp>();

function globally(pattern: RegExp): RegExp {
  const known = everywhere.get(pattern) ?? new RegExp(pattern.source, 'g');
  everywhere.set(pattern, known);
  return known;
}

/** Text with every match taken out; `mark` keeps the words on both sides apart. */
export const without = (patterns: readonly RegExp[], text: string, mark = '|'): string =>
  patterns.reduce((rest, pattern) => rest.replace(globally(pattern), mark), text);
