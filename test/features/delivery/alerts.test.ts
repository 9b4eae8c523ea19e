import { describe, expect, it } from 'vitest';
import { alertCodes, alertTopics, noticeOf } from '../../../src/features/delivery/alerts.ts';
import { reactionTo } from '../../../src/features/delivery/index.ts';

const figures = {
  id: 'a',
  code: '30034',
  messages: 3,
  people: 3,
  phones: ['+12035550001', '+5511987654321', '+12035550002'],
  campaigns: ['Verão'],
};

describe('what people are told about a code', () => {
  it('exists for every code that asks for an alert or a review, and for no other', () => {
    const told: string[] = Object.values(alertTopics).flat();
    expect(told.sort()).toEqual([...alertCodes].sort());
    for (const code of told) {
      const { alert, review } = reactionTo({ errorCode: code, httpStatus: null });
      expect([code, alert || review]).toEqual([code, true]);
    }
  });

  it('names nobody but whom to look at, and those masked', () => {
    expect(noticeOf(figures)).toMatchObject({ topic: 'unregistered', people: [], regions: [] });
    const blocked = noticeOf({ ...figures, code: '30004', people: 400 });
    expect(blocked).toMatchObject({
      topic: 'blocked',
      people: ['+1 (203) •••-0001', '+55•••4321', '+1 (203) •••-0002'],
      morePeople: 397,
    });
    expect(JSON.stringify(blocked)).not.toMatch(/\d{7}/);
  });

  it('names the countries that are not switched on, never the numbers', () => {
    const region = noticeOf({ ...figures, code: '21408' });
    expect(region).toMatchObject({ topic: 'region', people: [], regions: ['BR', 'US'] });
    expect(JSON.stringify(region)).not.toMatch(/\d{7}/);
  });

  it('is nothing where there is nothing to tell', () => {
    expect(noticeOf({ ...figures, messages: 0 })).toBeNull();
    expect(noticeOf({ ...figures, code: '99999' })).toBeNull();
  });
});
