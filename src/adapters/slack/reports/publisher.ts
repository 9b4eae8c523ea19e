import type { ChartRenderer, Digest, DigestPublisher } from '../../../features/reports/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Log } from '../log.ts';
import type { Image, Poster } from '../posting.ts';
import type { Reader } from '../words/words.ts';
import { stateMapOf, timelineOf } from './charts.ts';
import { digestMessage, type ShownChart } from './digest-message.ts';

/** Draws, uploads and posts a digest in the language of the channels. */
export function createDigestPublisher({
  poster,
  charts,
  words,
  log,
}: {
  poster: Poster;
  charts: Pick<ChartRenderer, 'timeline' | 'stateMap'>;
  words: Reader;
  log: Log;
}): DigestPublisher {
  async function draw(digest: Digest): Promise<Image[] | null> {
    const name = `${digest.report}-${digest.figures.period.date}`;
    const timeline = timelineOf(digest, words);
    const states = stateMapOf(digest, words);
    try {
      const [hours, map] = await Promise.all([
        charts.timeline(timeline.chart),
        charts.stateMap(states.chart),
      ]);
      return [
        {
          name: `${name}-hours.png`,
          png: hours,
          title: timeline.chart.title,
          altText: timeline.altText,
        },
        {
          name: `${name}-states.png`,
          png: map,
          title: states.chart.title,
          altText: states.altText,
        },
      ];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.warn({ err: error, report: name }, 'a digest goes out without its charts');
      return null;
    }
  }

  const uploaded = (images: readonly Image[]): Promise<ShownChart[]> =>
    Promise.all(images.map(async (image) => ({ ...image, ...(await poster.uploadImage(image)) })));

  return {
    async publish({ key, channel, digest }) {
      const images = await draw(digest);
      const shown = images && (await uploaded(images));
      const message = digestMessage(digest, words, shown);
      const posted = await poster.keep({ key, channel, event: 'report_posted', message });
      if (images && posted.imagesLeftOut && posted.first) {
        for (const image of images) {
          await poster.shareImage(image, { channel: posted.channel, threadTs: posted.ts });
        }
      }
      return { ts: posted.ts };
    },
  };
}
