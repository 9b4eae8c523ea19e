import type { ReasonCode } from '../../../features/compliance/index.ts';
import { isReasonCode } from '../../../features/compliance/index.ts';
import type { Explanation, PastRow, Person, Why } from '../../../features/delivery/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import { context, divider, header, message, type SlackMessage, section } from '../blocks.ts';
import { clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { errorText } from './error-text.ts';

/** Every rule with its verdict for one person now, and what became of them in the last campaigns. */
export function whyMessage(words: Reader, { person, explanation }: Why): SlackMessage {
  const title = words.say('why.title', { phone: maskPhone(person.phone) });
  const who = whoText(words, person);
  const verdict = verdictText(words, explanation);
  const rules = ruleLines(words, explanation).join('\n');
  const past =
    person.rows.length === 0
      ? words.mrkdwn('why.no-campaigns')
      : person.rows.map((row) => rowText(words, row)).join('\n');
  const campaigns = words.say('why.campaigns');
  const clock = words.mrkdwn('why.clock', { zone: words.timeZone });
  return message([title, who, verdict, rules, campaigns, past, clock].join('\n'), [
    header(title),
    section(`${who}\n${verdict}`),
    section(rules),
    divider(),
    section(`*${campaigns}*\n${past}`),
    context(clock),
  ]);
}

function whoText(words: Reader, { contact, facts }: Person): string {
  if (!contact) return words.mrkdwn('why.no-contact');
  const { states, zones } = facts.place;
  return words.mrkdwn('why.who', {
    name: clamp(contact.name || '–', 80),
    states: states.join(', ') || words.say('why.unknown-state'),
    zones: zones.join(', ') || '–',
  });
}

export function verdictText(words: Reader, { verdict }: Explanation): string {
  if (verdict.decision === 'allow') {
    return words.mrkdwn('why.allow', { until: words.dateTime(verdict.until) });
  }
  const reasons = verdict.reasons.map((reason) => reasonText(words, reason)).join(' · ');
  return verdict.decision === 'hold'
    ? words.mrkdwn('why.hold', {
        until: words.dateTime(verdict.until),
        reasons: { mrkdwn: reasons },
      })
    : words.mrkdwn('why.block', { reasons: { mrkdwn: reasons } });
}

const reasonText = (words: Reader, reason: ReasonCode): string => words.mrkdwn(`reason.${reason}`);

export function ruleLines(words: Reader, explanation: Explanation): string[] {
  const { standing, hours, frequency, killSwitch } = explanation;
  const line = (ok: boolean, text: string) => `${ok ? '✓' : '✗'} ${text}`;
  return [
    ...standing.map(({ rule, against }) =>
      against
        ? line(false, reasonText(words, against))
        : line(true, words.mrkdwn(`why.ok-${rule}`)),
    ),
    hours.allowed
      ? line(true, words.mrkdwn('why.ok-hours', { until: words.dateTime(hours.until) }))
      : line(
          false,
          words.mrkdwn('why.closed', {
            reason: { mrkdwn: reasonText(words, hours.reason) },
            open: hours.next ? 'yes' : 'no',
            next: hours.next ? words.dateTime(hours.next) : '',
          }),
        ),
    line(
      frequency.freeAt === null,
      words.mrkdwn('why.frequency', {
        n: frequency.attempts.length,
        at: frequency.attempts.map((at) => words.time(at)).join(', '),
        free: frequency.freeAt ? 'no' : 'yes',
        next: frequency.freeAt ? words.dateTime(frequency.freeAt) : '',
      }),
    ),
    killSwitch
      ? line(false, reasonText(words, 'kill-switch'))
      : line(true, words.mrkdwn('why.ok-kill-switch')),
  ];
}

export function rowText(words: Reader, row: PastRow): string {
  const at = row.finalAt ?? row.sentAt ?? row.dueAt;
  const reasons = row.reasons.filter(isReasonCode).map((reason) => reasonText(words, reason));
  const why = [...reasons, ...(row.errorCode ? [errorText(words, row.errorCode)] : [])];
  return words.mrkdwn('why.row', {
    name: clamp(row.campaignName, 80),
    status: row.status,
    at: at ? words.dateTime(at) : '–',
    why: { mrkdwn: why.length > 0 ? `: ${why.join(' · ')}` : '' },
  });
}
