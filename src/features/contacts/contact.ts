import type { E164 } from '../../shared/phone.ts';
import type { ConsentStanding } from '../consent/index.ts';
import type { LineType } from '../validation/index.ts';

/** A row of a list. */
export type ContactSummary = {
  id: string;
  phone: E164;
  /** `+1(203)555-0123` */
  formattedPhone: string;
  /** As the file had it: untrusted, escape it wherever it is shown. */
  name: string;
  /** Met for the same number in other files; untrusted too. A search finds them as well. */
  otherNames: string[];
  state: string;
  city: string | null;
  segment: string;
  tags: string[];
  lineType: LineType | null;
  leadScore: number;
  optedOut: boolean;
  doNotCall: boolean;
  dead: boolean;
  /** Not written to until a lookup finds it: three campaigns in a row did not reach the phone. */
  unreachable: boolean;
  consentSms: ConsentStanding;
  consentWhatsapp: ConsentStanding;
  consentCall: ConsentStanding;
  lastContactDate: Date | null;
};

export type Contact = ContactSummary & {
  areaCode: string;
  addressState: string | null;
  zip: string | null;
  timezone: string | null;
  /** Rows of the law that must all allow; empty: nothing is known about the place. */
  ruleStates: string[];
  zones: string[];
  firstNameConflict: boolean;
  isValidated: boolean;
  isActive: boolean;
  carrier: string | null;
  suppressionReason: string | null;
  optOutDate: Date | null;
  consentDate: Date | null;
  lastInboundAt: Date | null;
  totalCampaigns: number;
  importId: string | null;
  erasedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What leads; with `-desc` from the other end. `last-contact`: never contacted comes last. */
export const contactSorts = [
  'name',
  'name-desc',
  'score',
  'score-asc',
  'state',
  'state-desc',
  'last-contact',
  'last-contact-asc',
  'newest',
  'oldest',
] as const;
export type ContactSort = (typeof contactSorts)[number];

/** `number` counts from 1. */
export type Page = { number: number; size: number };
/** With `more`, `total` is only how far was counted: there are more than so many. */
export type ContactPage = { total: number; more: boolean; rows: ContactSummary[] };

/** What a real send taught about a number. */
export type SendOutcome =
  | { kind: 'delivered' }
  /** Unknown or inactive number (30005, 21211): never again, on any channel. */
  | { kind: 'dead'; errorCode: string }
  /** Cannot receive texts (30006, 21614): calls may still work. */
  | { kind: 'not-sms-capable'; errorCode: string };
