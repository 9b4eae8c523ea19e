import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type ContactMapChart, leastForRate } from '../../features/reports/index.ts';
import { binOf, countBins, shareBins } from './bins.ts';
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

const width = 720;
const margin = 24;
const right = width - margin;
const map = { top: 118, height: 424 };
const legend = { top: 560, swatch: 26, step: 96 };
const height = 676;

type Row = ContactMapChart['states'][number];

/** One map with large letters: on a telephone it is half as wide as drawn. */
export function createContactMap(): (chart: ContactMapChart) => Promise<Buffer> {
  const drawMap = createChoropleth({ width: width - 2 * margin, height: map.height });

  return async (chart) => {
    const { words, by } = chart;
    const short = new Intl.NumberFormat(words.locale, { notation: 'compact' });
    const percent = new Intl.NumberFormat(words.locale, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const few = hatch('#c9c9cc', { gap: nothing, size: 7, line: 2 });
    const values = chart.states.map((row) => figureOf(row, by) ?? 0);
    const largest = Math.max(0, ...values);
    const bins = by === 'people' ? countBins(largest, 5) : shareBins(largest, 5);
    const shades = spread(by === 'people' ? contactShades : rateShades, bins);
    const fillOf = (row: Row): Fill => {
      if (by === 'rate' && row.delivered > 0 && row.delivered < leastForRate) return few;
      const value = figureOf(row, by);
      return value === null ? nothing : (shades[binOf(bins, value)] ?? nothing);
    };

    const canvas = createCanvas(width * pixelRatio, height * pixelRatio);
    const ctx = canvas.getContext('2d');
    ctx.scale(pixelRatio, pixelRatio);
    ctx.fillStyle = paper;
    ctx.fillRect(0, 0, width, height);
    write(ctx, chart.title, { x: margin, y: 48, right }, font(32, 700), ink);
    write(ctx, chart.subtitle, { x: margin, y: 86, right }, font(24), quietInk);
    const image = await loadImage(
      drawMap(new Map(chart.states.map((row) => [row.state, fillOf(row)]))),
    );
    ctx.drawImage(image, margin, map.top, width - 2 * margin, map.height);
    shades.forEach((shade, index) => {
      const x = margin + index * legend.step;
      box(ctx, shade, { x, y: legend.top, width: legend.step, height: legend.swatch });
      const edge = bins.edges[index] ?? 0;
      const label = by === 'people' ? short.format(edge) : percent.format(edge);
      write(ctx, `${label}+`, { x, y: legend.top + 56, right }, font(24), quietInk);
    });
    const besides: [Fill, string][] =
      by === 'people'
        ? [[nothing, words.noContacts]]
        : [
            [few, words.tooFew],
            [nothing, words.noRate],
          ];
    let x = margin;
    for (const [fill, text] of besides) {
      box(ctx, fill, { x, y: legend.top + 70, width: 32, height: legend.swatch });
      x = write(ctx, text, { x: x + 42, y: legend.top + 92, right }, font(24), quietInk) + 26;
    }
    return canvas.toBuffer('image/png');
  };
}

/** Nobody lives there, or too few messages came to take a share of. */
function figureOf({ contacts, delivered, replied }: Row, by: ContactMapChart['by']): number | null {
  if (by === 'people') return contacts || null;
  return delivered < leastForRate ? null : replied / delivered;
}
