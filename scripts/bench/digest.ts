import { createChartRenderer } from '../../src/adapters/charts/renderer.ts';
import { createReportStore } from '../../src/adapters/db/report-store.ts';
import type { Poster } from '../../src/adapters/slack/posting.ts';
import { createDigestPublisher } from '../../src/adapters/slack/reports/publisher.ts';
import { createWords } from '../../src/adapters/slack/words/words.ts';
import { createReportService } from '../../src/features/reports/index.ts';
import { realClock } from '../../src/shared/clock.ts';
import { type Ground, servicesOf } from './ground.ts';
import { figure, limited, median, type Row } from './table.ts';

/** The digest of the day so far with its two charts, up to the message; Slack itself takes no time here. */
export async function digest(ground: Ground): Promise<Row[]> {
  const { db, clock, timeZone } = ground;
  const { analytics } = servicesOf(ground);
  const failures: unknown[] = [];
  const charts = createChartRenderer({ onFailure: (cause) => void failures.push(cause) });
  const { poster, pictures } = deskOfNobody();
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const publisher = createDigestPublisher({
    poster,
    charts,
    words: createWords().in('pt-BR', timeZone),
    log,
  });
  const reports = createReportService({
    analytics,
    store: createReportStore(db),
    publisher,
    clock,
    realClock,
    settings: { timeZone, channel: 'C01CAMPDIGE', simulated: true, runner: 'bench' },
  });
  try {
    const times: number[] = [];
    for (let n = 0; n < 6; n++) {
      const began = performance.now();
      const { kind } = await reports.daily(null);
      times.push(performance.now() - began);
      if (kind !== 'posted') throw new Error(`the digest is ${kind}`);
    }
    if (failures.length > 0) throw failures[0];
    if (pictures.length !== 12 || pictures.some((png) => png.length < 5_000)) {
      throw new Error('not every digest had its two charts');
    }
    const [first = 0, ...warm] = times;
    return [
      figure('a digest with its two charts, the first one', `${Math.round(first)} ms`),
      limited('a digest with its two charts, warm', median(warm), { value: 1_000, unit: 'ms' }),
    ];
  } finally {
    await charts.close();
  }
}

function deskOfNobody(): { poster: Poster; pictures: Buffer[] } {
  const pictures: Buffer[] = [];
  const posted = async ({ channel }: { channel: string }) => ({
    channel,
    ts: '1764000000.000100',
    first: pictures.length <= 2,
    imagesLeftOut: false,
  });
  const poster: Poster = {
    post: posted,
    keep: posted,
    update: async () => null,
    find: async () => null,
    permalink: async () => null,
    uploadImage: async ({ png }) => ({ fileId: `F${pictures.push(png)}` }),
    shareImage: async () => {},
  };
  return { poster, pictures };
}
