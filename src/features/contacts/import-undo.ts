/** What an undo gives back. */
export type UndoCounts = {
  /** Contacts that the import had made. */
  deleted: number;
  /** Those it had made and that stay: they wrote to us, or somebody worked on them since. */
  kept: number;
  /** Contacts that it had merged into, and that get their former values back. */
  restored: number;
  /** Suppressions that it had brought and no other list names. */
  lifted: number;
};

/** `sent`: contacts of it that were written to since, or are about to be. */
export type UndoPlan = UndoCounts & {
  sent: number;
  /** A later import that met the same contacts: it has to be undone first. */
  newer: { fileName: string } | null;
};

/** An import can be taken back for so long after its end. */
export const undoHours = 24;
