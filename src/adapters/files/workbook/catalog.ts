import { posix } from 'node:path';
import { WorkbookError, type WorkbookLimits } from './limits.ts';
import type { Parts } from './parts.ts';
import { decodeEntities, readWhole } from './xml.ts';

/** What a workbook consists of: the names of its parts in the package. */
export type Catalog = {
  /** As they stand in a row; hidden ones after those that a person sees. */
  sheets: { name: string; part: string }[];
  sharedStrings: string | null;
  styles: string | null;
  /** Days are counted from 1904 on, not from 1900: files that began on an old Macintosh. */
  from1904: boolean;
};

/** Part → part, as a `.rels` beside it says: id, last word of the kind, target. */
type Relation = { id: string; kind: string; target: string };

const notATable = () => new WorkbookError({ code: 'contacts.file-not-a-table' });

/** Throws `WorkbookError` when it is a package of something else. */
export async function readCatalog(parts: Parts, limits: WorkbookLimits): Promise<Catalog> {
  const roots = await relationsOf(parts, '', limits);
  const main = roots.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new WorkbookError({ code: 'contacts.file-old-excel' });
  if (!parts.has(main)) throw notATable();
  const relations = await relationsOf(parts, main, limits);
  const sheets: (Catalog['sheets'][number] & { isHidden: boolean })[] = [];
  let isWorkbook = false;
  let from1904 = false;
  await readWhole(parts.read(main), limits.maxCellCharacters, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = '', ...others } = attributes();
      const id = Object.entries(others).find(([key]) => /:id$/.test(key))?.[1];
      const relation = relations.find((each) => each.id === id && each.kind === 'worksheet');
      if (relation) {
        const isHidden = /hidden/i.test(state);
        sheets.push({ name: decodeEntities(title), part: relation.target, isHidden });
      }
    },
  });
  if (!isWorkbook) throw notATable();
  const single = (kind: string) =>
    relations.find((each) => each.kind === kind && parts.has(each.target))?.target ?? null;
  return {
    sheets: [false, true].flatMap((hidden) =>
      sheets
        .filter(({ isHidden }) => isHidden === hidden)
        .map(({ name, part }) => ({ name, part })),
    ),
    sharedStrings: single('sharedStrings'),
    styles: single('styles'),
    from1904,
  };
}

/** None when there is no such part. `from` is '' for the package itself. */
async function relationsOf(
  parts: Parts,
  from: string,
  limits: WorkbookLimits,
): Promise<Relation[]> {
  const { dir, base } = posix.parse(from);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const relations: Relation[] = [];
  if (!parts.has(name)) return relations;
  await readWhole(parts.read(name), limits.maxCellCharacters, {
    open(element, attributes) {
      if (element !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes();
      relations.push({
        id,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: partOf(dir, decodeEntities(target)),
      });
    },
  });
  return relations;
}

/** Targets stand relative to the folder of whoever names them, or begin with a slash. */
const partOf = (folder: string, target: string): string =>
  posix.join(target.startsWith('/') ? '' : folder, target).replace(/^\//, '');
