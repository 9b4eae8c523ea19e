import { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';

/** Channels that a file's word is enough for; a prerecorded call needs the exact text. */
export const attestableChannels = ['sms', 'whatsapp'] as const;
export type AttestableChannel = (typeof attestableChannels)[number];

/** What the importer declares about the consent in a file (the form of the modal or the flags). */
export const attestationForm = z.object({
  /** The seller that the consent names: 47 CFR 64.1200(f)(9) wants it named. */
  seller: z.string().trim().min(2).max(200),
  channels: z.array(z.enum(attestableChannels)).min(1),
  /** Where the text that people agreed to is kept, so that it can be shown in court. */
  textKept: z.string().trim().min(3).max(1000),
  /**
   * For a "yes" without a date of its own: the day (ISO) by which all of them had been given.
   * Without it such a "yes" stays `unattested`: nobody can say when it was given.
   */
  undatedGivenBy: z.iso.date().nullable().default(null),
});
export type AttestationForm = z.input<typeof attestationForm>;

/** A signed attestation, as it is kept with the import and shown in evidence. */
export type Attestation = z.output<typeof attestationForm> & {
  /** Slack user id, or the name given on the command line. */
  signedBy: string;
  /** ISO instant. */
  signedAt: string;
};

/**
 * Throws `Refusal('invalid', 'consent.attestation-incomplete')` whose fields name what is missing
 * (`seller`, `channels`, `textKept`, `undatedGivenBy`).
 */
export function signAttestation(form: AttestationForm, by: string, at: Date): Attestation {
  const parsed = attestationForm.safeParse(form);
  const signedAt = at.toISOString();
  if (parsed.success) {
    const { undatedGivenBy } = parsed.data;
    // The day in UTC, which the United States and Brazil never are ahead of.
    if (undatedGivenBy === null || undatedGivenBy <= signedAt.slice(0, 10)) {
      return { ...parsed.data, signedBy: by, signedAt };
    }
    const fields = { undatedGivenBy: 'consent.attestation-undated-ahead' };
    throw new Refusal('invalid', 'consent.attestation-incomplete', {}, fields);
  }
  const fields = parsed.error.issues.flatMap(({ path: [field] }) =>
    field === undefined ? [] : [[String(field), complaints[String(field)] ?? complaints.seller]],
  );
  throw new Refusal('invalid', 'consent.attestation-incomplete', {}, Object.fromEntries(fields));
}

const complaints: Readonly<Record<string, string>> = {
  seller: 'consent.attestation-seller',
  channels: 'consent.attestation-channels',
  textKept: 'consent.attestation-text-kept',
  undatedGivenBy: 'consent.attestation-undated-given-by',
};
