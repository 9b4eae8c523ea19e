/** What kind of line answers a number, in Twilio Lookup v2's words (the finest of the providers). */
export const lineTypes = [
  'mobile',
  'landline',
  'fixedVoip',
  'nonFixedVoip',
  'personal',
  'tollFree',
  'premium',
  'sharedCost',
  'uan',
  'voicemail',
  'pager',
  'unknown',
] as const;
export type LineType = (typeof lineTypes)[number];

export const isLineType = (text: string): text is LineType =>
  (lineTypes as readonly string[]).includes(text);

const textless: ReadonlySet<LineType> = new Set([
  'landline',
  'tollFree',
  'premium',
  'voicemail',
  'pager',
  'uan',
  'sharedCost',
]);

/** No text arrives there; the gate forbids it (`wrongLineTypes` of compliance; a test compares). */
export const cannotTakeTexts = (type: LineType): boolean => textless.has(type);
