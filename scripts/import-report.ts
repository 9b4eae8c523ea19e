import {
  type ImportCounts,
  type ImportKind,
  nationalScrubDays,
  undoHours,
} from '../src/features/contacts/index.ts';

type Report = ImportCounts & {
  file: string;
  importId: string;
  kind: ImportKind;
  scrubbedOn: string | null;
  preview: boolean;
  ms: number;
};

/** The figures of an import, for a person at a terminal. */
export function importReport(
  report: Report,
  { attested, say }: { attested: boolean; say: (key: string) => string },
): string {
  if (report.kind !== 'contacts') return listReport(report, say);
  const n = (value: number) => value.toLocaleString('en-US').padStart(9);
  const byCount = ([, a]: [string, number], [, b]: [string, number]) => b - a;
  const lines = [
    `${report.preview ? 'Preview of' : 'Imported'} ${report.file} in ${(report.ms / 1000).toFixed(2)} s`,
    '',
    `${n(report.rows)} rows (${report.blank} blank ones left out)`,
    `${n(report.created)} new contacts`,
    `${n(report.merged)} rows merged with a contact that was there, or with an earlier row`,
    `${n(report.changed)} contacts learned something new, ${report.unchanged.toLocaleString('en-US')} stayed the same`,
    `${n(report.rejected)} rows rejected`,
    ...Object.entries(report.rejectedBy)
      .sort(byCount)
      .map(([reason, count]) => `${n(count)}    ${say(`contacts.reject.${reason}`)}`),
    '',
    `${n(report.withConsent)} contacts with consent${attested || report.preview ? '' : ', which nobody attested: they cannot be contacted (--attest)'}`,
    ...(report.consentUndated > 0
      ? [`${n(report.consentUndated)} contacts whose "yes" has no date (--undated-given-by)`]
      : []),
    ...(report.consentUnreadable
      ? [
          `${n(report.consentUnreadable)} rows whose "yes" has a date that cannot be read or is still to come: no consent until it is corrected`,
        ]
      : []),
    `${n(report.refused)} contacts said no`,
    ...(report.suppressed > 0 ? [`${n(report.suppressed)} contacts are suppressed`] : []),
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
  const n = (value: number) => value.toLocaleString('en-US').padStart(9);
  return [
    `${report.preview ? 'Preview of' : 'Imported'} ${report.file} in ${(report.ms / 1000).toFixed(2)} s`,
    say(`contacts.kind.${report.kind}`),
    '',
    `${n(report.rows)} rows (${report.blank} blank ones left out)`,
    `${n(report.created)} numbers newly suppressed`,
    `${n(report.merged)} rows whose number was suppressed already, or stands in an earlier row`,
    `${n(report.changed)} contacts silenced by it`,
    `${n(report.rejected)} rows rejected`,
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
