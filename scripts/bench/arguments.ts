import { parseArgs } from 'node:util';

export const benchUsage =
  'Usage: npm run bench [-- --quick] [--only PART]\n' +
  '  --quick      fewer rows and no million: about a minute\n' +
  '  --only PART  only the parts whose name holds PART: import, reach, sending, webhooks, digest,\n' +
  '               exports, finding, start …';

export type BenchAsked =
  | { kind: 'run'; quick: boolean; only: string }
  | { kind: 'told'; text: string; exitCode: 0 | 2 };

/** What somebody typed behind `npm run bench --`, or what to tell them instead. */
export function benchArguments(args: string[]): BenchAsked {
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'told', text: benchUsage, exitCode: 0 };
    return { kind: 'run', quick: values.quick, only: values.only };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ', 1)[0] : '';
    return { kind: 'told', text: `${why}\n${benchUsage}`, exitCode: 2 };
  }
}
