import { z } from 'zod';
import { lineTypes } from '../validation/index.ts';

const words = z.array(z.string().trim().min(1).max(100)).max(200);
const score = z.number().int().min(0).max(100);

/**
 * Who: the one description of a set of contacts. `/contacts`, the wizard's reach and the staging
 * of a send all compile this same filter (adapters/db/contact-filter.ts). Absent means "any";
 * within a list any match counts, between the parts all must.
 */
export const contactFilter = z
  .object({
    /** Two-letter codes as in `phone_contacts.state`. */
    states: words,
    segments: words,
    tags: words,
    leadScoreMin: score,
    leadScoreMax: score,
    /** The best standing over texts and WhatsApp: `given` is asserted or documented. */
    consent: z.enum(['given', 'unattested', 'refused', 'none']),
    /** `validated`: a lookup answered; `pending`: known by format only; `invalid`: dead or not valid. */
    validation: z.enum(['validated', 'pending', 'invalid']),
    /** `inactive`: the number is not in service; `opted-out`: suppressed in whatever way. */
    activity: z.enum(['active', 'inactive', 'opted-out']),
    lineTypes: z.array(z.enum(lineTypes)),
    carriers: words,
    /** Last written to or called: before this instant, since it, never. */
    contactedBefore: z.iso.datetime(),
    contactedSince: z.iso.datetime(),
    neverContacted: z.literal(true),
    /**
     * Every word must be in the name (accents and case ignored; one or two letters: at the
     * beginning of a word) or be digits of the phone. All digits in any notation: the phone.
     */
    search: z.string().trim().min(1).max(100),
    importId: z.uuid(),
    /** Picked by hand. */
    ids: z.array(z.uuid()).max(1000),
    /** Whoever the saved filter of this id finds at the moment of asking, and all the rest as well. */
    savedFilter: z.uuid(),
  })
  .partial()
  .strict();
export type ContactFilter = z.output<typeof contactFilter>;

/** A filter as it lies in the database or a form. Throws `ZodError` on what this version cannot read. */
export const parseFilter = (value: unknown): ContactFilter => contactFilter.parse(value);

/** A saved filter is whole in itself: it does not lean on another one. */
export const savedDefinition = contactFilter.refine((filter) => filter.savedFilter === undefined);

export const isEverybody = (filter: ContactFilter): boolean => Object.keys(filter).length === 0;
