import { posix } from 'node:path';
import {
  damaged,
  mostRelations,
  mostSheets,
  tooInvolved,
  WorkbookError,
  type WorkbookLimits,
} from './limits.ts';
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

/** What a part names another one for, by the last word of the kind, and which part that is. */
type Relation = { kind: string; target: string };

const notATable = () => new WorkbookError({ code: 'contacts.file-not-a-table' });

/** Throws `WorkbookError` when it is a package of something else, or parts of it are missing. */
export async function readCatalog(parts: Parts, limits: WorkbookLimits): Promise<Catalog> {
  const main = mainOf(await relationsOf(parts, '', limits));
  if (main.endsWith('.bin')) throw new WorkbookError({ code: 'contacts.file-old-excel' });
  if (!parts.has(main)) throw notATable();
  const relations = await relationsOf(parts, main, limits);
  // By part: a sheet that is named a thousand times is read once.
  const sheets = new Map<string, { name: string; isHidden: boolean }>();
  let isWorkbook = false;
  let from1904 = false;
  await readWhole(parts.read(main), limits.maxCellCharacters, {
    open(element, attributes) {
      if (element === 'workbook') isWorkbook = true;
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (element !== 'sheet') return;
      const { name = '', state = '', ...others } = attributes();
      const id = Object.entries(others).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      // Excel gives no part to a module of macros from before 1997.
      if (id === '') return;
      if (!relation) throw damaged();
      // A chart may be a sheet as well.
      if (relation.kind !== 'worksheet' || sheets.has(relation.target)) return;
      sheets.set(relation.target, { name: decodeEntities(name), isHidden: /hidden/i.test(state) });
      if (sheets.size > mostSheets) throw tooInvolved();
    },
  });
  if (!isWorkbook) throw notATable();
  // Whether one is missing that is needed, shows when a cell refers to it.
  const single = (wanted: string): string | null =>
    [...relations.values()].find(({ kind, target }) => kind === wanted && parts.has(target))
      ?.target ?? null;
  return {
    sheets: [...sheets]
      .sort(([, a], [, b]) => Number(a.isHidden) - Number(b.isHidden))
      .map(([part, { name }]) => ({ name, part })),
    sharedStrings: single('sharedStrings'),
    styles: single('styles'),
    from1904,
  };
}

function mainOf(roots: Map<string, Relation>): string {
  const root = [...roots.values()].find(({ kind }) => kind === 'officeDocument');
  return root?.target ?? 'xl/workbook.xml';
}

/** By their ids; none when there is no such part. `from` is '' for the package itself. */
async function relationsOf(
  parts: Parts,
  from: string,
  limits: WorkbookLimits,
): Promise<Map<string, Relation>> {
  const { dir, base } = posix.parse(from);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const relations = new Map<string, Relation>();
  let count = 0;
  if (!parts.has(name)) return relations;
  await readWhole(parts.read(name), limits.maxCellCharacters, {
    open(element, attributes) {
      if (element !== 'Relationship') return;
      count += 1;
      if (count > mostRelations) throw tooInvolved();
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes();
      const kind = type.slice(type.lastIndexOf('/') + 1);
      relations.set(id, { kind, target: partOf(dir, decodeEntities(target)) });
    },
  });
  return relations;
}

/**
 * Targets stand relative to the folder of whoever names them, or begin with a slash. Names of parts
 * are the same in any case (ECMA-376, part 2).
 */
const partOf = (folder: string, target: string): string =>
  posix
    .join(target.startsWith('/') ? '' : folder, target)
    .replace(/^\//, '')
    .toLowerCase();
