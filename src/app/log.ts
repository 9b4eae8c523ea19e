import { type Logger, pino } from 'pino';

/** JSON lines on stdout. Of an error only what explains it: libraries hang their connections on theirs. */
export const createLog = (level: string): Logger =>
  pino({ level, serializers: { err: plainError } });

function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause instanceof Error ? { cause: plainError(error.cause) } : {}),
  };
}
