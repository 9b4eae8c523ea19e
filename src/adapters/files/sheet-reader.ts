import type { Sheet, SheetReader } from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { csvRows } from './csv-rows.ts';
import { announcedDelimiter, detectDelimiter } from './delimiter.ts';
import { detectEncoding, firstText } from './encoding.ts';
import { signatureOf, unpackedSize } from './file-signature.ts';
import { inBatches, workbookRows } from './workbook-rows.ts';

const megabyte = 1024 * 1024;

export type ReadLimits = {
  /** Of a text file. */
  maxBytes: number;
  /** Of a workbook, which is held in memory as a whole; and of what it unpacks to. */
  maxWorkbookBytes: number;
  maxUnpackedBytes: number;
};

const defaults: ReadLimits = {
  maxBytes: 120 * megabyte,
  maxWorkbookBytes: 20 * megabyte,
  maxUnpackedBytes: 400 * megabyte,
};

/** Reads CSV in any encoding and with any delimiter, and XLSX; says clearly what it cannot read. */
export function sheetReader(limits: Partial<ReadLimits> = {}): SheetReader {
  const { maxBytes, maxWorkbookBytes, maxUnpackedBytes } = { ...defaults, ...limits };

  function refuseLarge(content: Uint8Array, file: string, limit: number): void {
    if (content.length <= limit) return;
    throw new Refusal('invalid', 'contacts.file-too-large', {
      file,
      size: Math.ceil(content.length / megabyte),
      limit: Math.floor(limit / megabyte),
    });
  }

  async function openWorkbook(content: Uint8Array, file: string): Promise<Sheet> {
    refuseLarge(content, file, maxWorkbookBytes);
    if (unpackedSize(content) > maxUnpackedBytes) {
      throw new Refusal('invalid', 'contacts.file-damaged', { file });
    }
    const rows = await workbookRows(content, file);
    return { format: 'xlsx', encoding: null, delimiter: null, rows: () => inBatches(rows) };
  }

  function openText(content: Uint8Array, file: string): Sheet {
    refuseLarge(content, file, maxBytes);
    const encoding = detectEncoding(content);
    if (encoding === null) throw new Refusal('invalid', 'contacts.file-binary', { file });
    const start = firstText(content, encoding, 256 * 1024);
    if (/^[\s;,|"]*$/.test(start)) throw new Refusal('invalid', 'contacts.file-no-rows', { file });
    const delimiter = announcedDelimiter(start) ?? detectDelimiter(start);
    return {
      format: 'csv',
      encoding,
      delimiter,
      rows: () => csvRows(content, { encoding, delimiter, fileName: file }),
    };
  }

  return {
    async open(content, fileName) {
      if (content.length === 0) {
        throw new Refusal('invalid', 'contacts.file-empty', { file: fileName });
      }
      const signature = signatureOf(content);
      switch (signature) {
        case 'workbook':
          return openWorkbook(content, fileName);
        case 'password-protected':
          throw new Refusal('invalid', 'contacts.file-password-protected', { file: fileName });
        case 'old-excel':
          throw new Refusal('invalid', 'contacts.file-old-excel', { file: fileName });
        case null:
          return openText(content, fileName);
        default:
          throw new Refusal('invalid', 'contacts.file-not-a-table', {
            file: fileName,
            kind: signature,
          });
      }
    },
  };
}
