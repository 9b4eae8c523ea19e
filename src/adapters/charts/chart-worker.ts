import { parentPort } from 'node:worker_threads';
import type {
  BarsChart,
  ContactMapChart,
  StateMapChart,
  TimelineChart,
} from '../../features/reports/index.ts';
import { createBars } from './bars.ts';
import { createContactMap } from './contact-map.ts';
import { registerFonts } from './look.ts';
import { createStateMap } from './state-map.ts';
import { createTimeline } from './timeline.ts';

export type ChartRequest = { id: number } & (
  | { kind: 'timeline'; chart: TimelineChart }
  | { kind: 'state-map'; chart: StateMapChart }
  | { kind: 'bars'; chart: BarsChart }
  | { kind: 'contact-map'; chart: ContactMapChart }
);

export type ChartReply = { id: number } & (
  | { ok: true; png: Uint8Array }
  | { ok: false; error: string }
);

registerFonts();
const timeline = createTimeline();
const stateMap = createStateMap();
const bars = createBars();
/** Drawn when somebody asks for it, which many days nobody does. */
let contactMap: ReturnType<typeof createContactMap> | null = null;

parentPort?.on('message', async (request: ChartRequest) => {
  parentPort?.postMessage(await reply(request));
});

async function reply(request: ChartRequest): Promise<ChartReply> {
  const { id } = request;
  try {
    return { id, ok: true, png: await draw(request) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : '' };
  }
}

function draw(request: ChartRequest): Uint8Array | Promise<Uint8Array> {
  switch (request.kind) {
    case 'timeline':
      return timeline(request.chart);
    case 'state-map':
      return stateMap(request.chart);
    case 'bars':
      return bars(request.chart);
    case 'contact-map':
      contactMap ??= createContactMap();
      return contactMap(request.chart);
  }
}
