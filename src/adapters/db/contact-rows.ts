import type { Contact, ContactSummary } from '../../features/contacts/index.ts';
import { isLineType } from '../../features/validation/index.ts';

export const summaryColumns = `id, phone, formatted_phone as "formattedPhone", name,
  other_names as "otherNames", state, city, segment,
  tags, line_type as "lineType", lead_score as "leadScore", opted_out as "optedOut",
  do_not_call as "doNotCall", dead, unreachable_since is not null as unreachable, consent_sms as "consentSms",
  consent_whatsapp as "consentWhatsapp", consent_call as "consentCall",
  last_contact_date as "lastContactDate"`;

export const contactColumns = `${summaryColumns}, area_code as "areaCode",
  address_state as "addressState", zip, timezone, rule_states as "ruleStates", zones,
  first_name_conflict as "firstNameConflict",
  is_validated as "isValidated", is_active as "isActive", carrier,
  suppression_reason as "suppressionReason", opt_out_date as "optOutDate",
  consent_date as "consentDate", last_inbound_at as "lastInboundAt",
  total_campaigns as "totalCampaigns", import_id as "importId", erased_at as "erasedAt",
  created_at as "createdAt", updated_at as "updatedAt"`;

type WithLineType = { lineType: string | null };

/** The column holds what providers said; only known words leave the database. */
const known = <Row extends WithLineType>(row: Row) => ({
  ...row,
  lineType: row.lineType !== null && isLineType(row.lineType) ? row.lineType : null,
});

export type SummaryRow = Omit<ContactSummary, 'lineType'> & WithLineType;
export type ContactRow = Omit<Contact, 'lineType'> & WithLineType;

export const summaryOf = (row: SummaryRow): ContactSummary => known(row);
export const contactOf = (row: ContactRow): Contact => known(row);
