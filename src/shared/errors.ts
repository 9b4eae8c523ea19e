/** What went wrong, from the point of view of the person who asked. */
export type ErrorKind = 'invalid' | 'not-found' | 'forbidden' | 'conflict' | 'unavailable';

/** What a sentence about the refusal may name: plain values, formatted by the words of the reader. */
export type RefusalValues = Readonly<Record<string, string | number>>;

/**
 * A refusal we expected and can explain. Anything else that is thrown is a bug.
 *
 * It carries no prose: `code` is stable, goes to logs, and is the key `refusal.<code>` under which
 * `adapters/slack/words` holds the sentence in each language. `fields` maps a form field to the
 * code of its complaint. Values never hold a full phone number or a secret.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly values: RefusalValues;
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    kind: ErrorKind,
    code: string,
    values: RefusalValues = {},
    fields: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.values = values;
    this.fields = fields;
  }
}
