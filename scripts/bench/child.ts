import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Another process of the bench, by the file it runs; it speaks first. */
export async function child<First>(
  file: string,
  flags: readonly string[] = [],
): Promise<{
  first: First;
  /** Asks one thing and waits for the answer. */
  ask<Answer>(question: unknown): Promise<Answer>;
  end(): void;
}> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const started = fork(path, { execArgv: [...flags, '--import', 'tsx'] });
  const next = <T>() =>
    new Promise<T>((done, failed) => {
      const gone = (code: number | null) => failed(new Error(`${file} ended with ${code}`));
      started.once('exit', gone);
      started.once('message', (message) => {
        started.off('exit', gone);
        done(message as T);
      });
    });
  return {
    first: await next<First>(),
    ask(question) {
      const answer = next<never>();
      started.send(question as object);
      return answer;
    },
    end: () => void started.kill('SIGTERM'),
  };
}
