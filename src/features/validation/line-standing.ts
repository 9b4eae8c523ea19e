import type { E164 } from '../../shared/phone.ts';
import { type Verdict, verdictOf, votesOn } from './consensus.ts';
import { type Evidence, evidenceOfSends, type SendFacts } from './evidence.ts';
import { cannotTakeTexts, type LineType } from './line-type.ts';
import { offlineEvidence } from './offline.ts';

/** What the contact's own columns say about the number; the gate reads them. */
export type LineStanding = {
  dead: boolean;
  isActive: boolean;
  lineType: LineType | null;
  carrier: string | null;
};

/** From here on the believed value is acted on. Numverify alone never gets there. */
export const sureEnough = 0.7;

/**
 * The verdict and what the contact's columns become. They only ever get stricter, with one way
 * back: a kind of line that takes no texts may give way to one that does when the answers are sure
 * of it (people take their landline's number to a mobile) and none of our own texts was refused
 * there. A dead number stays dead whatever anybody says.
 */
export function judgeNumber(
  {
    phone,
    answers,
    sends,
    current,
  }: { phone: E164; answers: readonly Evidence[]; sends: SendFacts; current: LineStanding },
  now: Date,
): { verdict: Verdict; standing: LineStanding } {
  const evidence = [offlineEvidence(phone, now), ...answers, ...evidenceOfSends(sends)];
  const verdict = verdictOf(evidence, now);
  const gone = ({ value, confidence }: Verdict['valid']) =>
    value === false && confidence >= sureEnough;
  const dead = current.dead || sends.deadAt !== null || gone(verdict.valid) || gone(verdict.active);
  const notInService = verdict.active.value === false || verdict.valid.value === false;
  return {
    verdict,
    standing: {
      dead,
      isActive: !dead && !notInService,
      lineType: lineTypeOf(verdict, { evidence, sends, current }, now),
      carrier: verdict.carrier.value ?? current.carrier,
    },
  };
}

function lineTypeOf(
  { lineType }: Verdict,
  known: { evidence: readonly Evidence[]; sends: SendFacts; current: LineStanding },
  now: Date,
): LineType | null {
  const { current, sends, evidence } = known;
  const isStrict = (type: LineType | null): type is LineType =>
    type !== null && cannotTakeTexts(type);
  if (sends.noSmsAt !== null) return isStrict(current.lineType) ? current.lineType : 'landline';
  if (lineType.value === null) return current.lineType;
  if (isStrict(lineType.value) || lineType.confidence >= sureEnough) return lineType.value;
  if (isStrict(current.lineType)) return current.lineType;
  // In doubt the stricter of what is said.
  const strict = votesOn('lineType', evidence, now)
    .map(({ value }) => value as LineType)
    .find(isStrict);
  return strict ?? lineType.value;
}
