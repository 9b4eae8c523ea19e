export const alerts = {
  'alerts.title': '*{what}* (code {code})',
  'alerts.figures':
    '{messages, plural, one {# message} other {# messages}} within an hour{named, plural, =0 {} other {, in {campaigns}}}{more, plural, =0 {} one { and one more campaign} other { and # more campaigns}}.',
  'alerts.regions': 'Countries: {regions}.',
  'alerts.people': 'People: {people}{more, plural, =0 {} one { and one more} other { and # more}}.',
  'alerts.next': 'What now: {next}',
  'alerts.what-account': 'The carrier refuses our account',
  'alerts.next-account':
    'All sending is stopped. Check the account, its credentials and its balance at the carrier, then `/campaign start`.',
  'alerts.what-region': 'A country is not switched on for our account',
  'alerts.next-region':
    'Switch the country on at the carrier (Twilio: Messaging, Geo permissions), or take these people out of the audience. Each message is tried twice more; a campaign that meets it again and again is paused.',
  'alerts.what-sender': 'Our number is missing, is not ours, or cannot send texts',
  'alerts.next-sender':
    'The campaigns are paused. Check the number and its Messaging Service at the carrier, then resume them: their messages wait.',
  'alerts.what-unregistered': 'Our number is not registered for campaigns',
  'alerts.next-unregistered':
    'The campaigns are paused. Finish the registration at the carrier (10DLC, or the toll-free verification), then resume them: their messages wait.',
  'alerts.what-daily-cap': 'T-Mobile’s daily limit for our brand is used up',
  'alerts.next-daily-cap':
    'Nothing, if it can wait: sending goes on by itself after midnight in California, within each person’s hours. A better vetting score of the brand raises the limit.',
  'alerts.what-template': 'The WhatsApp template is missing, different or paused',
  'alerts.next-template':
    'The campaigns are paused. Look at the template in WhatsApp Manager, then resume them: their messages wait.',
  'alerts.what-terms': 'Meta’s terms for marketing messages are not accepted',
  'alerts.next-terms': 'Accept the terms in WhatsApp Manager. Until then nothing of it arrives.',
  'alerts.what-blocked': 'Blocked by the carrier, or by the people themselves',
  'alerts.next-blocked':
    'They are not written to any more. Please look at each of them with `/contacts find`: did they ask us to stop, or is the number somebody else’s now?',
} as const;
