import { parentPort } from 'node:worker_threads';
import type { StateMapChart, TimelineChart } from '../../features/reports/index.ts';
import { registerFonts } from './look.ts';
import { createStateMap } from './state-map.ts';
import { createTimeline } from './timeline.ts';

export type ChartRequest = { id: number } & (
  | { kind: 'timeline'; chart: TimelineChart }
  | { kind: 'state-map'; chart: StateMapChart }
);

export type ChartReply = { id: number } & (
  | { ok: true; png: Uint8Array }
  | { ok: false; error: string }
);

registerFonts();
const timeline = createTimeline();
const stateMap = createStateMap();

parentPort?.on('message', async (request: ChartRequest) => {
  parentPort?.postMessage(await reply(request));
});

async function reply(request: ChartRequest): Promise<ChartReply> {
  const { id } = request;
  try {
    const png =
      request.kind === 'timeline' ? timeline(request.chart) : await stateMap(request.chart);
    return { id, ok: true, png };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : '' };
  }
}
