import type { ValidationReport } from '../../../features/contacts/index.ts';
import type { BarsChart, ChartRenderer } from '../../../features/reports/index.ts';
import { cannotTakeTexts, isLineType } from '../../../features/validation/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { clamp } from '../blocks.ts';
import type { Log } from '../log.ts';
import type { Poster } from '../posting.ts';
import type { Reader } from '../words/words.ts';

export type ShownPicture = { fileId: string; altText: string };

/** Draws and uploads; without them a summary has no picture. */
export type Pictures = {
  charts: Pick<ChartRenderer, 'bars'>;
  poster: Pick<Poster, 'uploadImage'>;
};

/** The kinds of line as bars, and the same in words. Texts do not reach the red ones. */
export function lineTypeChart(
  { byLineType, invalid, unknown, batch }: ValidationReport,
  { simulated, words }: { simulated: boolean; words: Reader },
): { chart: BarsChart; altText: string } {
  const row = (label: string, value: number, tone: BarsChart['rows'][number]['tone']) => ({
    label,
    value,
    text: `${words.number(value)} (${shareText(value / Math.max(1, batch.checked), words)})`,
    tone,
  });
  const types = Object.entries(byLineType)
    .sort(([, a], [, b]) => b - a)
    .map(([type, n]) =>
      row(
        words.say('contacts.find.line-type', { type }),
        n,
        isLineType(type) && cannotTakeTexts(type) ? 'bad' : type === 'unknown' ? 'neutral' : 'good',
      ),
    );
  const rows = [
    ...types,
    ...(invalid > 0 ? [row(words.say('contacts.validate.invalid'), invalid, 'bad')] : []),
    ...(unknown > 0 ? [row(words.say('contacts.validate.unknown'), unknown, 'neutral')] : []),
  ];
  const said = rows.map(({ label, text }) => `${label}: ${text}`).join('; ');
  return {
    chart: {
      title: words.say('contacts.validate.chart'),
      subtitle: words.say('contacts.validate.chart-subtitle', {
        n: batch.checked,
        simulated: simulated ? 'yes' : 'no',
      }),
      rows,
      empty: words.say('contacts.validate.chart-empty'),
    },
    altText: clamp(words.say('contacts.validate.chart-alt', { rows: said }), 2_000),
  };
}

/** One of very many is not nobody. */
const shareText = (share: number, words: Reader): string =>
  share > 0 && share < 0.0005 ? `<${words.percent(0.01)}` : words.percent(share);

/** Null when it cannot be drawn or uploaded: the figures stand in the message anyway. */
export async function lineTypePicture(
  pictures: Pictures,
  report: ValidationReport,
  { simulated, words, log }: { simulated: boolean; words: Reader; log: Log },
): Promise<ShownPicture | null> {
  const { chart, altText } = lineTypeChart(report, { simulated, words });
  try {
    const png = await pictures.charts.bars(chart);
    const name = `numbers-${report.batch.id}.png`;
    const image = { name, png, title: chart.title, altText };
    return { altText, ...(await pictures.poster.uploadImage(image)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.warn({ err: error, batch: report.batch.id }, 'a summary of lookups has no chart');
    return null;
  }
}
