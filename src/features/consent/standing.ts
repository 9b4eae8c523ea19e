/**
 * What somebody agreed to on one channel. `unattested` is an asserted consent whose importer signed
 * no attestation; `documented` has the exact text that was agreed to.
 */
export type ConsentStanding =
  | 'none'
  | 'refused'
  | 'revoked'
  | 'unattested'
  | 'asserted'
  | 'documented';
