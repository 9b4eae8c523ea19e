import type {
  FileSource,
  Sheet,
  SheetReader,
  WorkbookSheets,
} from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { allOf, bytesSource, headOf } from './byte-source.ts';
import { csvRows } from './csv-rows.ts';
import { announcedDelimiter, detectDelimiter } from './delimiter.ts';
import { detectEncoding, textOfHead } from './encoding.ts';
import { type Signature, signatureOf } from './file-signature.ts';
import { startWorkbookWorker, type WorkbookReading, workbookReader } from './workbook-rows.ts';
import { zipEntries } from './zip-entries.ts';

const megabyte = 1024 * 1024;

export type ReadLimits = {
  /** Of a text file. */
  maxBytes: number;
  /** Of a workbook, which is held in memory as a whole; and of what it unpacks to. */
  maxWorkbookBytes: number;
  maxUnpackedBytes: number;
  workbook: WorkbookReading;
};

const defaults: ReadLimits = {
  maxBytes: 256 * megabyte,
  maxWorkbookBytes: 20 * megabyte,
  maxUnpackedBytes: 150 * megabyte,
  workbook: {
    // 700,000 rows of two cells fill the memory below; Excel's own cells end at 32,767 characters.
    limits: { maxRows: 700_000, maxCellBytes: 100_000, maxCells: 20_000_000 },
    timeoutMs: 60_000,
    memoryMb: 512,
    startWorker: startWorkbookWorker,
  },
};

/** Reads CSV in any encoding and with any delimiter, and XLSX; says clearly what it cannot read. */
export function sheetReader(limits: Partial<ReadLimits> = {}): SheetReader {
  const { maxBytes, maxWorkbookBytes, maxUnpackedBytes, workbook } = { ...defaults, ...limits };
  const workbookRows = workbookReader(workbook);

  function refuseLarge({ size }: FileSource, file: string, limit: number): void {
    if (size <= limit) return;
    throw new Refusal('invalid', 'contacts.file-too-large', {
      file,
      size: Math.ceil(size / megabyte),
      limit: Math.floor(limit / megabyte),
    });
  }

  async function openWorkbook(source: FileSource, file: string): Promise<Sheet> {
    refuseLarge(source, file, maxWorkbookBytes);
    const content = await allOf(source);
    refuseOther(signatureOf(content), file);
    const entries = zipEntries(content);
    if (!entries) throw new Refusal('invalid', 'contacts.file-damaged', { file });
    if (entries.reduce((sum, { size }) => sum + size, 0) > maxUnpackedBytes) {
      throw new Refusal('invalid', 'contacts.file-too-involved', { file });
    }
    let sheets: WorkbookSheets | null = null;
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: () => sheets,
      rows: () =>
        workbookRows(source, file, (found) => {
          sheets = found;
        }),
    };
  }

  async function openText(source: FileSource, head: Uint8Array, file: string): Promise<Sheet> {
    refuseLarge(source, file, maxBytes);
    const encoding = await detectEncoding(source);
    if (encoding === null) throw new Refusal('invalid', 'contacts.file-binary', { file });
    const start = textOfHead(head, encoding);
    if (/^[\s;,|"]*$/.test(start)) throw new Refusal('invalid', 'contacts.file-no-rows', { file });
    const delimiter = announcedDelimiter(start) ?? detectDelimiter(start);
    return {
      format: 'csv',
      encoding,
      delimiter,
      sheets: () => null,
      rows: () => csvRows(source, { encoding, delimiter, fileName: file }),
    };
  }

  return {
    async open(content, fileName) {
      const source = 'pieces' in content ? content : bytesSource(content);
      if (source.size === 0) {
        throw new Refusal('invalid', 'contacts.file-empty', { file: fileName });
      }
      const head = await headOf(source, 256 * 1024);
      const signature = signatureOf(head);
      // A container may say only at its end what it holds.
      if (signature === 'workbook' || signature === 'zip' || signature === 'old-excel') {
        return openWorkbook(source, fileName);
      }
      refuseOther(signature, fileName);
      return openText(source, head, fileName);
    },
  };
}

/** Everything that is no table, by its name. */
function refuseOther(signature: Signature, file: string): void {
  switch (signature) {
    case 'workbook':
    case null:
      return;
    case 'password-protected':
      throw new Refusal('invalid', 'contacts.file-password-protected', { file });
    case 'old-excel':
      throw new Refusal('invalid', 'contacts.file-old-excel', { file });
    default:
      throw new Refusal('invalid', 'contacts.file-not-a-table', { file, kind: signature });
  }
}
