export const consent = {
  'refusal.consent.attestation-incomplete':
    'The declaration about the consent is not complete. Fill in the marked fields.',
  'refusal.consent.attestation-seller':
    'Name the seller that people gave their consent to, for example “Fly2Any Travel LLC”.',
  'refusal.consent.attestation-channels':
    'Choose what the consent covers: text messages, WhatsApp or both.',
  'refusal.consent.attestation-text-kept':
    'Say where the text that people agreed to is kept, so that it can be shown.',
  'refusal.consent.attestation-undated-given-by':
    'Give the day as year-month-day, for example 2026-03-31, or leave it empty.',
  'refusal.consent.attestation-undated-ahead':
    'That day is still ahead. Give a day by which all of them had agreed, today at the latest.',
} as const;
