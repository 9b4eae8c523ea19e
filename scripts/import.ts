/**
 * `npm run import -- FILE [options]`: the import of `/contacts import`, without Slack. Uses
 * DATABASE_URL, else the project's own database (beside a running bot, or alone).
 *
 *   --attest SELLER       vouches for the consent in the file; needs the next three
 *   --channels LIST       what it covers: sms, whatsapp
 *   --text-kept WHERE     where the text is kept that people agreed to
 *   --by NAME             who vouches
 *   --undated-given-by D  a "yes" without a date was given by this day (yyyy-mm-dd)
 *   --as KIND             what the file is: contacts, opt-out, dnc-national, dnc-state, litigator;
 *                         otherwise guessed from its name
 *   --scrubbed-on D       when a list was compared with its registry (yyyy-mm-dd)
 *   --rejects OUT.csv     writes the rows that were not taken, with reasons
 *   --preview             only says what would happen
 *   --json                prints the report as JSON
 *
 * `npm run import -- --undo ID [--by NAME] [--yes]` takes an import back.
 *
 * The file is read as a stream from disk and not copied: a list of a million rows needs no more
 * memory than one of ten thousand. Stopped in the middle, the same command goes on where it was.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fileStore } from '../src/adapters/db/file-store.ts';
import { importStore } from '../src/adapters/db/import-store.ts';
import { diskSource } from '../src/adapters/files/byte-source.ts';
import { sheetReader } from '../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../src/adapters/files/sheet-writer.ts';
import { createWords, type Reader, type WordKey } from '../src/adapters/slack/words/words.ts';
import { readConfig } from '../src/app/config.ts';
import { openStorage } from '../src/app/storage.ts';
import { type AttestationForm, attestableChannels } from '../src/features/consent/index.ts';
import {
  createImportService,
  type FileSource,
  type ImportCounts,
  type ImportKind,
  type ImportService,
  type ImportView,
  importKinds,
  isImportKind,
} from '../src/features/contacts/index.ts';
import { Refusal } from '../src/shared/errors.ts';
import { importReport, refusalText } from './import-report.ts';
import { undoImport } from './import-undo.ts';
import { progressBar } from './progress-bar.ts';

const options = {
  attest: { type: 'string' },
  channels: { type: 'string' },
  'text-kept': { type: 'string' },
  by: { type: 'string' },
  'undated-given-by': { type: 'string' },
  as: { type: 'string' },
  'scrubbed-on': { type: 'string' },
  rejects: { type: 'string' },
  undo: { type: 'string' },
  yes: { type: 'boolean' },
  preview: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} satisfies ParseArgsConfig['options'];

type Flags = ReturnType<typeof flagsOf>['values'];

const flagsOf = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

const usage =
  'Usage: npm run import -- FILE [--attest SELLER --channels sms,whatsapp --text-kept WHERE --by NAME]\n' +
  '       [--undated-given-by YYYY-MM-DD] [--as KIND] [--scrubbed-on YYYY-MM-DD] [--rejects OUT.csv]\n' +
  '       [--preview] [--json]\n' +
  '       npm run import -- --undo ID [--by NAME] [--yes]';

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

function kindOf(flags: Flags): { kind?: ImportKind; scrubbedOn: string | null } {
  const day = flags['scrubbed-on'] ?? null;
  if (day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day))
    wrongUse('--scrubbed-on needs a day: yyyy-mm-dd.');
  if (flags.as === undefined) return { scrubbedOn: day };
  if (!isImportKind(flags.as)) wrongUse(`--as is one of ${importKinds.join(', ')}.`);
  return { kind: flags.as, scrubbedOn: day };
}

async function main(): Promise<void> {
  const { values: flags, positionals } = flagsOf(process.argv.slice(2));
  const [path, ...others] = positionals;
  const wantsFile = flags.undo === undefined;
  if (flags.help || others.length > 0 || wantsFile === (path === undefined)) wrongUse(usage);
  const work = { form: attestationOf(flags), ...kindOf(flags) };
  const source = path === undefined ? null : await diskSource(path);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const words = createWords().in(config.locale, config.timezone);
  const storage = await openStorage(config, (error) => {
    console.error(`The database is gone: ${error.message}`);
    process.exit(1);
  });
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
    if (source === null || path === undefined) {
      await undoImport(imports, flags.undo ?? '', { by, sure: flags.yes ?? false });
    } else {
      await importList(imports, { path, source, by, flags, ...work }, words);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const stopped = error.code === 'contacts.import-interrupted';
    console.error(
      stopped
        ? 'Stopped. What was imported stays; run the same command again for the rest.'
        : refusalText(error, words),
    );
    process.exitCode = 1;
  } finally {
    await storage.close();
  }
}

type Work = {
  path: string;
  source: FileSource;
  by: string;
  flags: Flags;
  form: AttestationForm | null;
  kind?: ImportKind;
  scrubbedOn: string | null;
};

async function importList(imports: ImportService, work: Work, words: Reader): Promise<void> {
  const { path, source, by, flags, form } = work;
  const started = performance.now();
  const view = await taken(imports, work);
  if (view.kind !== 'contacts' && work.kind === undefined) {
    console.error(
      `Taken for: ${words.say(`contacts.kind.${view.kind}`)} (if it is not, say --as).`,
    );
  }
  const counts = flags.preview
    ? await previewed(imports, view, { source, by })
    : await imported(imports, view, { source, by, form });
  const ms = Math.round(performance.now() - started);
  const report = {
    file: basename(path),
    importId: view.id,
    kind: view.kind,
    scrubbedOn: view.scrubbedOn,
    preview: flags.preview ?? false,
    ms,
    ...counts,
  };
  const sayReject = (key: string) => words.say(key as WordKey);
  console.log(
    flags.json
      ? JSON.stringify(report)
      : importReport(report, { attested: form !== null, say: sayReject }),
  );
  if (flags.rejects && !flags.preview) {
    const rejects = await imports.rejectsFile(view.id, by, sayReject);
    if (rejects) await writeFile(flags.rejects, rejects.content);
    console.error(rejects ? `Rejected rows: ${flags.rejects}` : 'No row was rejected.');
  }
}

/** The import to work on: one of this very file that was stopped in the middle, else a new one. */
async function taken(
  imports: ImportService,
  { path, source, by, flags, kind, scrubbedOn }: Work,
): Promise<ImportView> {
  const left = flags.preview ? null : await imports.leftBehind(source, by);
  if (left && (kind === undefined || kind === left.kind)) {
    console.error('This import was stopped in the middle; it goes on where it was.');
    return left;
  }
  const file = { fileName: basename(path), content: source, owner: by, keep: false };
  return imports.start({ ...file, scrubbedOn, ...(kind && { kind }) });
}

async function previewed(
  imports: ImportService,
  { id }: ImportView,
  { source, by }: { source: FileSource; by: string },
): Promise<ImportCounts> {
  const bar = progressBar(process.stderr);
  const { preview } = await imports.preview(id, undefined, bar.read, source).finally(bar.end);
  if (!preview) throw new Error('the preview is missing');
  await imports.cancel(id, by);
  return preview.counts;
}

async function imported(
  imports: ImportService,
  { id, status }: ImportView,
  { source, by, form }: { source: FileSource; by: string; form: AttestationForm | null },
): Promise<ImportCounts> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  if (status === 'uploaded') await imports.confirm(id, form, by, { enqueue: false });
  const bar = progressBar(process.stderr);
  const run = { touch: async () => {}, stopping: stopping.signal };
  return (
    await imports.run(id, run, { onRead: bar.read, onProgress: bar.show }, source).finally(bar.end)
  ).counts;
}

const isArgumentError = (error: Error): boolean =>
  'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

main().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  if (isArgumentError(error)) wrongUse(error.message);
  const missing = 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code));
  console.error(missing ? `The file cannot be read: ${error.message}` : error.message);
  process.exitCode = 1;
});
