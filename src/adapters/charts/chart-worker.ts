import { parentPort } from 'node:worker_threads';
import type {
  ContactMapChart,
  StateMapChart,
  TimelineChart,
} from '../../features/reports/index.ts';
import { createContactMap } from './contact-map.ts';
import { registerFonts } from './look.ts';
import { createStateMap } from './state-map.ts';
import { createTimeline } from './timeline.ts';

export type ChartRequest = { id: number } & (
  | { kind: 'timeline'; chart: TimelineChart }
  | { kind: 'state-map'; chart: StateMapChart }
  | { kind: 'contact-map'; chart: ContactMapChart }
);

export type ChartReply = { id: number } & (
  | { ok: true; png: Uint8Array }
  | { ok: false; error: string }
);

registerFonts();
const timeline = createTimeline();
const stateMap = createStateMap();
/** Drawn when somebody asks for it, which many days nobody does. */
let contactMap: ReturnType<typeof createContactMap> | null = null;

parentPort?.on('message', async (request: ChartRequest) => {
  parentPort?.postMessage(await reply(request));
});

async function reply(request: ChartRequest): Promise<ChartReply> {
  const { id } = request;
  try {
    const png = await drawn(request);
    return { id, ok: true, png };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : '' };
  }
}

async function drawn(request: ChartRequest): Promise<Uint8Array> {
  if (request.kind === 'timeline') return timeline(request.chart);
  if (request.kind === 'state-map') return stateMap(request.chart);
  contactMap ??= createContactMap();
  return contactMap(request.chart);
}
