import type { ExportWriter } from '../../features/contacts/index.ts';
import { csvTable } from './csv-table.ts';
import { workbookTable } from './workbook-table.ts';

export const exportWriter: ExportWriter = {
  open: (format, look) => (format === 'xlsx' ? workbookTable(look) : csvTable(look)),
};
