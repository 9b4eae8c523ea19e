/** One line of the report. Figures are texts with their unit, or null when nobody measured such a thing. */
export type Row = {
  what: string;
  bare: string | null;
  ours: string;
  /** How fast we are if the bare tool is 1.0; 0.5 = half as fast. */
  ratio: number | null;
  target: string | null;
  /** Null without a target. */
  ok: boolean | null;
};

/** A figure of ours without a bare tool to hold it against. */
export const figure = (what: string, ours: string): Row => ({
  what,
  bare: null,
  ours,
  ratio: null,
  target: null,
  ok: null,
});

/** A figure that must stay below a limit, in the limit's unit. */
export function limited(
  what: string,
  measured: number,
  limit: { value: number; unit: 'ms' | 's' | 'MB'; inclusive?: boolean },
): Row {
  const ok = limit.inclusive ? measured <= limit.value : measured < limit.value;
  const sign = limit.inclusive ? '≤' : '<';
  return {
    ...figure(what, `${digits(measured)} ${limit.unit}`),
    target: `${sign} ${whole(limit.value)} ${limit.unit}`,
    ok,
  };
}

/** A ratio that must not be smaller. */
export const atLeast = (row: Row, least: number): Row => ({
  ...row,
  target: `≥ ${least}`,
  ok: (row.ratio ?? 0) >= least,
});

/** Two speeds, more is better: things per second. */
export const rates = (what: string, bare: number, ours: number, unit: string): Row => ({
  ...figure(what, `${digits(ours)} ${unit}`),
  bare: `${digits(bare)} ${unit}`,
  ratio: ratioOf(ours, bare),
});

/** Two durations of the same work in milliseconds, less is better. */
export const durations = (what: string, bareMs: number, oursMs: number): Row => ({
  ...figure(what, `${digits(oursMs)} ms`),
  bare: `${digits(bareMs)} ms`,
  ratio: ratioOf(bareMs, oursMs),
});

/** Null when there is nothing to divide by. */
export const ratioOf = (part: number, whole: number): number | null =>
  whole > 0 && Number.isFinite(part) ? part / whole : null;

/** The value below which this share of all lies (nearest rank); 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(sorted.length * share));
  return sorted[Math.min(sorted.length, rank) - 1] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const whole = (value: number) => value.toLocaleString('en-US');

/** Three digits that mean something; thousands stay whole. */
export function digits(value: number): string {
  const places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

const heads = ['what', 'bare', 'ours', 'ratio', 'target', ''];

export function tableOf(rows: readonly Row[]): string {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === 5
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  const [head = heads, ...body] = cells;
  const rule = widths.map((width) => '─'.repeat(width)).join('───');
  return [line(head), rule, ...body.map(line)].join('\n');
}

const cellsOf = ({ what, bare, ours, ratio, target, ok }: Row): string[] => [
  what,
  bare ?? '–',
  ours,
  ratio === null ? '–' : ratio.toFixed(ratio < 0.1 ? 3 : 2),
  target ?? '–',
  ok === null ? '' : ok ? 'ok' : 'OVER',
];
