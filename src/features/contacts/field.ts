/** What a column of a file can mean. */
export const importFields = [
  'phone',
  'area_code',
  'phone_2',
  'phone_3',
  'name',
  'first_name',
  'last_name',
  'state',
  'city',
  'zip',
  'segment',
  'tags',
  'consent',
  'consent_date',
  'consent_text',
  'consent_source',
  'opted_out',
  'email',
  'notes',
] as const;
export type ImportField = (typeof importFields)[number];

/** One entry per column of the file, left to right; null: not used. A field appears once at most. */
export type Mapping = readonly (ImportField | null)[];

export const isImportField = (text: string): text is ImportField =>
  (importFields as readonly string[]).includes(text);
