export type WorkbookLimits = {
  /** Of all parts together, as their directory says; what unpacks to more than it says is damaged. */
  maxUnpackedBytes: number;
  /** Of the texts that cells share: they stay in memory for as long as rows are read. */
  maxSharedBytes: number;
  maxCellCharacters: number;
  maxRowCharacters: number;
  /** Of all rows, each as wide as its last cell. */
  maxCells: number;
  /** Of all cells. A text that is kept once may be shown a million times. */
  maxCharacters: number;
};

const mega = 1024 * 1024;

/** A million rows of forty columns pass. */
export const workbookLimits: WorkbookLimits = {
  maxUnpackedBytes: 2048 * mega,
  maxSharedBytes: 256 * mega,
  maxCellCharacters: 100_000,
  maxRowCharacters: 500_000,
  maxCells: 60_000_000,
  maxCharacters: 1024 * mega,
};

/**
 * What honest texts unpack to is some times what the whole file weighs: a small file that asks for
 * much memory is none.
 */
export const sharedBytesFor = (packedBytes: number, { maxSharedBytes }: WorkbookLimits): number =>
  Math.min(maxSharedBytes, 16 * mega + 20 * packedBytes);

/** Microsoft, "Excel specifications and limits". */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;
export const mostFormatCharacters = 255;
/** Excel itself ends at 65,490 looks of cells and 250 formats of numbers. */
export const mostStyles = 100_000;
/** Nobody has so many; each sheet is opened. */
export const mostSheets = 1_000;
export const mostRelations = 10_000;
/** Elements within elements; a sheet has eight. */
export const mostDepth = 100;

/** Why a workbook is not read. */
export type WorkbookProblem =
  | { code: 'contacts.file-cell-too-long'; row: number }
  | { code: 'contacts.file-too-involved' }
  | { code: 'contacts.file-damaged' }
  | { code: 'contacts.file-password-protected' }
  | { code: 'contacts.file-old-excel' }
  | { code: 'contacts.file-not-a-table' };

export class WorkbookError extends Error {
  readonly problem: WorkbookProblem;

  constructor(problem: WorkbookProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const tooInvolved = (): WorkbookError =>
  new WorkbookError({ code: 'contacts.file-too-involved' });

export const damaged = (): WorkbookError => new WorkbookError({ code: 'contacts.file-damaged' });
