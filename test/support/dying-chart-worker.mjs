// Draws nothing: dies in the middle of a timeline, never answers for a map.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ kind }) => {
  if (kind === 'timeline') process.exit(7);
});
