import { describe, expect, it } from 'vitest';
import {
  type StandingFacts,
  standingReason,
  standingReasons,
  standingReasonsOf,
} from '../../../src/features/compliance/index.ts';

const good: StandingFacts = {
  erased: false,
  optedOut: false,
  doNotCall: false,
  inReview: false,
  dead: false,
  unreachable: false,
  consentSms: 'documented',
  consentWhatsapp: 'documented',
  consentCall: 'documented',
  lineType: 'mobile',
};

it('has nothing against a documented consent on a mobile, nor on a line nobody looked up', () => {
  for (const channel of ['sms', 'whatsapp', 'call'] as const) {
    expect(standingReason(good, channel)).toBeNull();
    expect(standingReason({ ...good, lineType: null }, channel)).toBeNull();
    expect(standingReason({ ...good, lineType: 'unknown' }, channel)).toBeNull();
  }
});

describe('consent', () => {
  it.each([
    ['none', 'no-consent', 'no-consent'],
    ['refused', 'consent-refused', 'consent-refused'],
    ['revoked', 'consent-revoked', 'consent-revoked'],
    ['unattested', 'consent-unattested', 'consent-unattested'],
    ['asserted', null, 'consent-not-documented'],
    ['documented', null, null],
  ] as const)('%s means %s for a text and %s for a prerecorded call', (consent, text, call) => {
    const facts = { ...good, consentSms: consent, consentWhatsapp: consent, consentCall: consent };
    expect(standingReason(facts, 'sms')).toBe(text);
    expect(standingReason(facts, 'whatsapp')).toBe(text);
    expect(standingReason(facts, 'call')).toBe(call);
  });
  it('of one channel says nothing of another', () => {
    expect(standingReason({ ...good, consentWhatsapp: 'refused' }, 'sms')).toBeNull();
    expect(standingReason({ ...good, consentSms: 'refused' }, 'whatsapp')).toBeNull();
  });
});

it.each([
  ['landline', 'wrong-line-type', null],
  ['tollFree', 'wrong-line-type', 'wrong-line-type'],
  ['premium', 'wrong-line-type', 'wrong-line-type'],
  ['voicemail', 'wrong-line-type', 'wrong-line-type'],
  ['pager', 'wrong-line-type', 'wrong-line-type'],
  ['uan', 'wrong-line-type', 'wrong-line-type'],
  ['sharedCost', 'wrong-line-type', 'wrong-line-type'],
  ['fixedVoip', null, null],
  ['nonFixedVoip', null, null],
  ['personal', null, null],
] as const)('a %s line is %s for texts and %s for calls', (lineType, text, call) => {
  expect(standingReason({ ...good, lineType }, 'sms')).toBe(text);
  expect(standingReason({ ...good, lineType }, 'whatsapp')).toBe(text);
  expect(standingReason({ ...good, lineType }, 'call')).toBe(call);
});

it('names all that stands against somebody in the order of the list, and counts the first', () => {
  const facts: StandingFacts = {
    erased: true,
    optedOut: true,
    doNotCall: true,
    inReview: true,
    dead: true,
    unreachable: true,
    consentSms: 'refused',
    consentWhatsapp: 'none',
    consentCall: 'asserted',
    lineType: 'pager',
  };
  const found = standingReasonsOf(facts, 'call');
  expect(found).toEqual([
    'erased',
    'opted-out',
    'do-not-call',
    'in-review',
    'consent-not-documented',
    'dead-number',
    'unreachable',
    'wrong-line-type',
  ]);
  expect(found).toEqual(standingReasons.filter((reason) => found.includes(reason)));
  expect(standingReason(facts, 'call')).toBe('erased');
});
