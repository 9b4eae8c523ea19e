/**
 * `npm run import -- FILE [options]`: the import of `/contacts import`, without Slack. Uses
 * DATABASE_URL, else the project's own database (beside a running bot, or alone).
 *
 *   --attest SELLER       vouches for the consent in the file; needs the next three
 *   --channels LIST       what it covers: sms, whatsapp
 *   --text-kept WHERE     where the text is kept that people agreed to
 *   --by NAME             who vouches
 *   --undated-given-by D  a "yes" without a date was given by this day (yyyy-mm-dd)
 *   --rejects OUT.csv     writes the rows that were not taken, with reasons
 *   --preview             only says what would happen
 *   --json                prints the report as JSON
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fileStore } from '../src/adapters/db/file-store.ts';
import { importStore } from '../src/adapters/db/import-store.ts';
import { sheetReader } from '../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../src/adapters/files/sheet-writer.ts';
import { createWords, type WordKey } from '../src/adapters/slack/words/words.ts';
import { readConfig } from '../src/app/config.ts';
import { openStorage } from '../src/app/storage.ts';
import { type AttestationForm, attestableChannels } from '../src/features/consent/index.ts';
import { createImportService, type ImportCounts } from '../src/features/contacts/index.ts';
import { Refusal } from '../src/shared/errors.ts';
import { importReport } from './import-report.ts';
import { progressBar } from './progress-bar.ts';

const options = {
  attest: { type: 'string' },
  channels: { type: 'string' },
  'text-kept': { type: 'string' },
  by: { type: 'string' },
  'undated-given-by': { type: 'string' },
  rejects: { type: 'string' },
  preview: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} satisfies ParseArgsConfig['options'];

type Flags = ReturnType<typeof flagsOf>['values'];

const flagsOf = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

const usage =
  'Usage: npm run import -- FILE [--attest SELLER --channels sms,whatsapp --text-kept WHERE --by NAME]\n' +
  '       [--undated-given-by YYYY-MM-DD] [--rejects OUT.csv] [--preview] [--json]';

/** Null without `--attest`: the consent in the file then stays unattested, and nobody is contacted. */
function attestationOf(flags: Flags): AttestationForm | null {
  if (flags.attest === undefined) return null;
  const named = (flags.channels ?? '').split(',').map((name) => name.trim().toLowerCase());
  const channels = attestableChannels.filter((channel) => named.includes(channel));
  if (channels.length !== named.length || !flags['text-kept'] || !flags.by) {
    wrongUse('--attest needs --channels (sms, whatsapp), --text-kept and --by.');
  }
  return {
    seller: flags.attest,
    channels,
    textKept: flags['text-kept'],
    undatedGivenBy: flags['undated-given-by'] ?? null,
  };
}

function wrongUse(message: string): never {
  console.error(message === usage ? usage : `${message}\n${usage}`);
  process.exit(2);
}

async function main(): Promise<void> {
  const { values: flags, positionals } = flagsOf(process.argv.slice(2));
  const [path, ...others] = positionals;
  if (flags.help || path === undefined || others.length > 0) wrongUse(usage);
  const form = attestationOf(flags);
  const content = await readFile(path);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const words = createWords().in(config.locale, config.timezone);
  const storage = await openStorage(config, (error) => {
    console.error(`The database is gone: ${error.message}`);
    process.exit(1);
  });
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  try {
    const imports = createImportService({
      store: importStore(storage.db),
      files: fileStore(storage.db),
      reader: sheetReader(),
      writer: sheetWriter,
      // Nothing is queued here: this process does the work itself.
      jobs: { enqueue: async () => {} },
      clock: storage.clock,
      timeZone: config.timezone,
    });
    const by = flags.by ?? userInfo().username;
    const started = performance.now();
    const { id } = await imports.start({ fileName: basename(path), content, owner: by });
    let counts: ImportCounts;
    if (flags.preview) {
      const { preview } = await imports.preview(id);
      if (!preview) throw new Error('the preview is missing');
      counts = preview.counts;
      await imports.cancel(id, by);
    } else {
      await imports.confirm(id, form, by, { enqueue: false });
      const bar = progressBar(process.stderr);
      const run = { touch: async () => {}, stopping: stopping.signal };
      counts = (await imports.run(id, run, bar.show).finally(bar.end)).counts;
    }
    const ms = Math.round(performance.now() - started);
    const report = { file: basename(path), preview: flags.preview ?? false, ms, ...counts };
    const sayReject = (key: string) => words.say(key as WordKey);
    console.log(
      flags.json
        ? JSON.stringify(report)
        : importReport(report, { attested: form !== null, say: sayReject }),
    );
    if (flags.rejects && !flags.preview) {
      const rejects = await imports.rejectsFile(id, by, sayReject);
      if (rejects) await writeFile(flags.rejects, rejects.content);
      console.error(rejects ? `Rejected rows: ${flags.rejects}` : 'No row was rejected.');
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const stopped = error.code === 'contacts.import-interrupted';
    console.error(
      stopped
        ? 'Stopped. What was imported stays; run the same command again for the rest.'
        : plainText(words.refusal(error)),
    );
    process.exitCode = 1;
  } finally {
    await storage.close();
  }
}

/** The sentence for Slack, without its signs. */
const plainText = (mrkdwn: string): string =>
  mrkdwn
    .replace(/[*`]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const isArgumentError = (error: Error): boolean =>
  'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

main().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  if (isArgumentError(error)) wrongUse(error.message);
  const missing = 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code));
  console.error(missing ? `The file cannot be read: ${error.message}` : error.message);
  process.exitCode = 1;
});
