import type { FileSource, Sheet, SheetReader } from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { bytesSource, headOf } from './byte-source.ts';
import { csvRows } from './csv-rows.ts';
import { announcedDelimiter, detectDelimiter } from './delimiter.ts';
import { detectEncoding, textOfHead } from './encoding.ts';
import { type Signature, signatureOf } from './file-signature.ts';
import { workbookLimits } from './workbook/limits.ts';
import {
  startReadingThread,
  type WorkbookReading,
  workbookReader,
} from './workbook/workbook-reader.ts';

const megabyte = 1024 * 1024;

export type ReadLimits = { maxBytes: number; workbook: WorkbookReading };

const defaults: ReadLimits = {
  maxBytes: 256 * megabyte,
  workbook: {
    limits: workbookLimits,
    timeoutMs: 90_000,
    memoryMb: 448,
    startThread: startReadingThread,
  },
};

/** Reads CSV in any encoding and with any delimiter, and XLSX; says clearly what it cannot read. */
export function sheetReader(limits: Partial<ReadLimits> = {}): SheetReader {
  const { maxBytes, workbook } = { ...defaults, ...limits };
  const workbooks = workbookReader(workbook);

  function refuseLarge({ size }: FileSource, file: string): void {
    if (size <= maxBytes) return;
    throw new Refusal('invalid', 'contacts.file-too-large', {
      file,
      size: Math.ceil(size / megabyte),
      limit: Math.floor(maxBytes / megabyte),
    });
  }

  const openWorkbook = (source: FileSource, file: string): Sheet => ({
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: () => workbooks.sheets(source, file),
    rows: () => workbooks.rows(source, file),
  });

  async function openText(source: FileSource, head: Uint8Array, file: string): Promise<Sheet> {
    const encoding = await detectEncoding(source);
    if (encoding === null) throw new Refusal('invalid', 'contacts.file-binary', { file });
    const start = textOfHead(head, encoding);
    if (/^[\s;,|"]*$/.test(start)) throw new Refusal('invalid', 'contacts.file-no-rows', { file });
    const delimiter = announcedDelimiter(start) ?? detectDelimiter(start);
    return {
      format: 'csv',
      encoding,
      delimiter,
      sheets: async () => null,
      rows: () => csvRows(source, { encoding, delimiter, fileName: file }),
    };
  }

  return {
    async open(content, fileName) {
      const source = 'pieces' in content ? content : bytesSource(content);
      if (source.size === 0) {
        throw new Refusal('invalid', 'contacts.file-empty', { file: fileName });
      }
      refuseLarge(source, fileName);
      const head = await headOf(source, 256 * 1024);
      const signature = await signatureOf(head, source);
      if (signature === 'zip') return openWorkbook(source, fileName);
      if (signature !== null) throw notATable(signature, fileName);
      return openText(source, head, fileName);
    },
  };
}

/** Everything that is no table, by its name. */
function notATable(signature: Exclude<Signature, 'zip' | null>, file: string): Refusal {
  switch (signature) {
    case 'password-protected':
      return new Refusal('invalid', 'contacts.file-password-protected', { file });
    case 'old-excel':
      return new Refusal('invalid', 'contacts.file-old-excel', { file });
    default:
      return new Refusal('invalid', 'contacts.file-not-a-table', { file, kind: signature });
  }
}
