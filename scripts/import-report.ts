import type { Reader } from '../src/adapters/slack/words/words.ts';
import {
  type ImportCounts,
  type ImportKind,
  nationalScrubDays,
  undoHours,
} from '../src/features/contacts/index.ts';
import type { Refusal } from '../src/shared/errors.ts';

type Report = ImportCounts & {
  file: string;
  importId: string;
  kind: ImportKind;
  scrubbedOn: string | null;
  preview: boolean;
  ms: number;
};

const n = (value: number) => value.toLocaleString('en-US').padStart(9);
const counted = (value: number, one: string, many: string) => (value === 1 ? one : many);
const rows = (value: number) => counted(value, 'row', 'rows');
const contacts = (value: number) => counted(value, 'contact', 'contacts');

const rowsRead = ({ rows: read, blank }: Report): string =>
  `${n(read)} ${rows(read)}${blank > 0 ? ` (${blank} blank ${counted(blank, 'one', 'ones')} left out)` : ''}`;

/** The figures of an import, for a person at a terminal. */
export function importReport(
  report: Report,
  { attested, say }: { attested: boolean; say: (key: string) => string },
): string {
  if (report.kind !== 'contacts') return listReport(report, say);
  const byCount = ([, a]: [string, number], [, b]: [string, number]) => b - a;
  const lines = [
    `${report.preview ? 'Preview of' : 'Imported'} ${report.file} in ${(report.ms / 1000).toFixed(2)} s`,
    '',
    rowsRead(report),
    `${n(report.created)} new ${contacts(report.created)}`,
    `${n(report.merged)} ${rows(report.merged)} merged with a contact that was there, or with an earlier row`,
    `${n(report.changed)} ${contacts(report.changed)} learned something new, ${report.unchanged.toLocaleString('en-US')} stayed the same`,
    `${n(report.rejected)} ${rows(report.rejected)} rejected`,
    ...Object.entries(report.rejectedBy)
      .sort(byCount)
      .map(([reason, count]) => `${n(count)}    ${say(`contacts.reject.${reason}`)}`),
    '',
    `${n(report.withConsent)} ${contacts(report.withConsent)} with consent${attested || report.preview || report.withConsent === 0 ? '' : ', which nobody attested: they cannot be contacted (--attest)'}`,
    ...(report.consentUndated > 0
      ? [
          `${n(report.consentUndated)} ${contacts(report.consentUndated)} whose "yes" has no date (--undated-given-by)`,
        ]
      : []),
    ...(report.consentUnreadable
      ? [
          `${n(report.consentUnreadable)} ${rows(report.consentUnreadable)} whose "yes" has a date that cannot be read or is still to come: no consent until it is corrected`,
        ]
      : []),
    `${n(report.refused)} ${contacts(report.refused)} said no`,
    ...(report.suppressed > 0
      ? [
          `${n(report.suppressed)} ${counted(report.suppressed, 'contact is', 'contacts are')} suppressed`,
        ]
      : []),
    '',
    ...Object.entries(report.byState)
      .sort(byCount)
      .map(([state, count]) => `${n(count)}  ${state}`),
    ...undoHint(report),
  ];
  return lines.join('\n');
}

const undoHint = ({ preview, importId }: Report): string[] =>
  preview
    ? []
    : ['', `To take it back within ${undoHours} hours: npm run import -- --undo ${importId}`];

/** The same for a list of numbers that nobody may write to. */
function listReport(report: Report, say: (key: string) => string): string {
  return [
    `${report.preview ? 'Preview of' : 'Imported'} ${report.file} in ${(report.ms / 1000).toFixed(2)} s`,
    say(`contacts.kind.${report.kind}`),
    '',
    rowsRead(report),
    `${n(report.created)} ${counted(report.created, 'number', 'numbers')} newly suppressed`,
    `${n(report.merged)} ${rows(report.merged)} whose number was suppressed already, or stands in an earlier row`,
    `${n(report.changed)} ${contacts(report.changed)} silenced by it`,
    `${n(report.rejected)} ${rows(report.rejected)} rejected`,
    ...Object.entries(report.rejectedBy).map(
      ([reason, count]) => `${n(count)}    ${say(`contacts.reject.${reason}`)}`,
    ),
    ...(report.scrubbedOn
      ? [
          '',
          `Compared with its registry on ${report.scrubbedOn}${report.kind === 'dnc-national' ? `; good for ${nationalScrubDays} days` : ''}`,
        ]
      : []),
    ...undoHint(report),
  ].join('\n');
}

/** A terminal marks no fields: each complaint stands behind the option it is about. */
export function refusalText(error: Refusal, words: Reader): string {
  const complaints = Object.entries(error.fields).map(
    ([field, code]) => `${optionOf[field] ?? field}: ${words.complaint(code)}`,
  );
  return complaints.length > 0 ? complaints.join('\n') : plainText(words.refusal(error));
}

const optionOf: Readonly<Record<string, string>> = {
  seller: '--attest',
  channels: '--channels',
  textKept: '--text-kept',
  undatedGivenBy: '--undated-given-by',
};

/** The sentence for Slack, without its signs. */
const plainText = (mrkdwn: string): string =>
  mrkdwn
    .replace(/[*`\u2060]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
