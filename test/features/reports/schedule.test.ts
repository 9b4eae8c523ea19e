import { describe, expect, it } from 'vitest';
import { dueDailyRun, nextDailyRun } from '../../../src/features/reports/index.ts';

const zone = 'America/New_York';
const next = (now: string) => nextDailyRun(new Date(now), zone).toISOString();
const due = (planned: string, now: string) => dueDailyRun(new Date(planned), new Date(now), zone);

describe('the next daily digest', () => {
  it('is at half past eight in the zone, summer and winter', () => {
    expect(next('2026-11-24T15:05:00Z')).toBe('2026-11-25T13:30:00.000Z');
    expect(next('2026-11-24T13:29:59Z')).toBe('2026-11-24T13:30:00.000Z');
    expect(next('2026-11-24T13:30:00Z')).toBe('2026-11-25T13:30:00.000Z');
    expect(next('2026-03-07T15:00:00Z')).toBe('2026-03-08T12:30:00.000Z');
  });
});

describe('what is due', () => {
  const planned = '2026-11-25T13:30:00Z';

  it('is nothing before its time, and then the day before', () => {
    expect(due(planned, '2026-11-25T13:29:59Z')).toBeNull();
    expect(due(planned, planned)).toEqual({
      date: '2026-11-24',
      plannedFor: new Date(planned),
      late: false,
      skipped: [],
    });
  });

  it('is late an hour later', () => {
    expect(due(planned, '2026-11-25T14:30:00Z')?.late).toBe(false);
    expect(due(planned, '2026-11-25T14:30:01Z')?.late).toBe(true);
  });

  it('is only the latest of many mornings, with the others named', () => {
    expect(due(planned, '2026-11-29T01:00:00Z')).toEqual({
      date: '2026-11-27',
      plannedFor: new Date('2026-11-28T13:30:00Z'),
      late: true,
      skipped: ['2026-11-24', '2026-11-25', '2026-11-26'],
    });
  });

  it('is the day whose morning came, not the one that is just over', () => {
    expect(due(planned, '2026-11-27T08:00:00Z')).toMatchObject({
      date: '2026-11-25',
      skipped: ['2026-11-24'],
    });
  });
});
