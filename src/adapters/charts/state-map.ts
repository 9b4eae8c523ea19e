import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { leastForRate, type StateMapChart } from '../../features/reports/index.ts';
import { type Bins, binOf, countBins, shareBins } from './bins.ts';
import { createChoropleth, type Fill } from './choropleth.ts';
import { hatch } from './hatch.ts';
import { box, spread, write } from './legend.ts';
import {
  contactShades,
  font,
  ink,
  nothing,
  paper,
  pixelRatio,
  quietInk,
  rateShades,
} from './look.ts';
import { type BarRow, createRows } from './rows.ts';

const width = 1000;
const margin = 28;
const right = width - margin;
const column = { width: 460, left: margin, right: width - margin - 460 };
const map = { top: 146, height: 292 };
const legend = { top: 452, swatch: 22 };
const rows = { top: 556, slots: 7, height: 44 };

type Row = StateMapChart['states'][number];

/** Contacts on the left, response rates on the right: shaded, and the largest states in figures. */
export function createStateMap(): (chart: StateMapChart) => Promise<Buffer> {
  const drawMap = createChoropleth({ width: column.width, height: map.height });
  const drawRows = createRows({
    width: column.width,
    slots: rows.slots,
    slotHeight: rows.height,
  });

  return async (chart) => {
    const { words } = chart;
    const number = new Intl.NumberFormat(words.locale);
    const short = new Intl.NumberFormat(words.locale, { notation: 'compact' });
    const percent = new Intl.NumberFormat(words.locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const edge = new Intl.NumberFormat(words.locale, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const few = hatch('#c9c9cc', { gap: nothing, size: 7, line: 2 });
    const brief = (n: number) => (n < 100_000 ? number : short).format(n);
    const isEmpty = chart.states.every((row) => row.contacts === 0 && row.delivered === 0);

    const counts = countBins(Math.max(0, ...chart.states.map((row) => row.contacts)), 5);
    const rates = shareBins(Math.max(0, ...chart.states.map((row) => shareOf(row) ?? 0)), 5);
    const contactFill = (row: Row): Fill => shade(contactShades, counts, row.contacts || null);
    const rateFill = (row: Row): Fill =>
      row.delivered > 0 && row.delivered < leastForRate
        ? few
        : shade(rateShades, rates, shareOf(row));

    const listed = largest(chart.states, words.others);
    const shown = Math.max(1, listed.length);
    const height = rows.top + shown * rows.height + 24;
    const canvas = createCanvas(width * pixelRatio, height * pixelRatio);
    const ctx = canvas.getContext('2d');
    ctx.scale(pixelRatio, pixelRatio);
    ctx.fillStyle = paper;
    ctx.fillRect(0, 0, width, height);

    write(ctx, chart.title, { x: margin, y: 50, right }, font(30, 700), ink);
    write(ctx, chart.subtitle, { x: margin, y: 82, right }, font(20), quietInk);
    write(ctx, words.contacts, { x: column.left, y: 130, right }, font(24, 600), ink);
    write(ctx, words.responseRate, { x: column.right, y: 130, right }, font(24, 600), ink);

    const fillsOf = (fill: (row: Row) => Fill) =>
      new Map(chart.states.map((row) => [row.state, fill(row)]));
    await place(ctx, drawMap(fillsOf(contactFill)), column.left, map.top, map.height);
    await place(ctx, drawMap(fillsOf(rateFill)), column.right, map.top, map.height);

    drawLegend(ctx, column.left, contactShades, counts, (value) => short.format(value), [
      [nothing, words.noContacts],
    ]);
    drawLegend(ctx, column.right, rateShades, rates, (value) => edge.format(value), [
      [few, words.tooFew],
      [nothing, words.noRate],
    ]);

    const contactBars = listed.map(
      (row): BarRow => ({
        label: row.state,
        value: row.contacts,
        text: number.format(row.contacts),
        fill: contactShades[3] ?? ink,
      }),
    );
    const rateBars = listed.map((row): BarRow => {
      const share = shareOf(row);
      const of = `${brief(row.replied)} / ${brief(row.delivered)}`;
      return {
        label: row.state,
        value: share ?? 0,
        text: share === null ? (row.delivered === 0 ? '–' : of) : `${percent.format(share)}  ${of}`,
        fill: rateShades[3] ?? ink,
      };
    });
    const used = shown * rows.height;
    if (isEmpty) {
      write(ctx, words.empty, { x: margin, y: rows.top + 30, right }, font(24, 600), quietInk);
    } else {
      await place(ctx, drawRows(contactBars), column.left, rows.top, used);
      await place(ctx, drawRows(rateBars), column.right, rows.top, used);
    }
    return canvas.toBuffer('image/png');
  };
}

/** Null where there are too few deliveries to read a rate from. */
const shareOf = ({ replied, delivered }: Row): number | null =>
  delivered < leastForRate ? null : replied / delivered;

const shade = (shades: readonly string[], bins: Bins, value: number | null): string =>
  value === null ? nothing : (spread(shades, bins)[binOf(bins, value)] ?? nothing);

/** The six states with most contacts, then the rest together. */
function largest(states: readonly Row[], others: string): Row[] {
  const named = states
    .filter(({ state, contacts, delivered }) => state.length === 2 && contacts + delivered > 0)
    .sort((a, b) => b.contacts - a.contacts || b.delivered - a.delivered);
  const top = named.slice(0, rows.slots - 1);
  const rest = states.filter((row) => !top.includes(row));
  const sum = (of: 'contacts' | 'delivered' | 'replied') =>
    rest.reduce((all, row) => all + row[of], 0);
  const other: Row = {
    state: others,
    contacts: sum('contacts'),
    delivered: sum('delivered'),
    replied: sum('replied'),
  };
  return other.contacts + other.delivered > 0 ? [...top, other] : top;
}

/** Shades side by side with the number at which each begins, then what has no shade. */
function drawLegend(
  ctx: SKRSContext2D,
  left: number,
  shades: readonly string[],
  bins: Bins,
  label: (edge: number) => string,
  besides: readonly (readonly [Fill, string])[],
): void {
  const step = 76;
  spread(shades, bins).forEach((colour, index) => {
    const x = left + index * step;
    box(ctx, colour, { x, y: legend.top, width: step, height: legend.swatch });
    write(
      ctx,
      `${label(bins.edges[index] ?? 0)}+`,
      { x: x, y: legend.top + 44, right },
      font(18),
      quietInk,
    );
  });
  let x = left;
  for (const [fill, text] of besides) {
    box(ctx, fill, { x, y: legend.top + 58, width: 30, height: legend.swatch });
    x = write(ctx, text, { x: x + 38, y: legend.top + 75, right }, font(18), quietInk) + 22;
  }
}

/** Only the upper `height` of the part is used. */
async function place(ctx: SKRSContext2D, png: Buffer, x: number, y: number, height: number) {
  const image = await loadImage(png);
  const w = image.width / pixelRatio;
  ctx.drawImage(image, 0, 0, image.width, height * pixelRatio, x, y, w, height);
}
