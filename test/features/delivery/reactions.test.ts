import { describe, expect, it } from 'vitest';
import { reactionTo } from '../../../src/features/delivery/index.ts';
import { reactionTable } from '../../../src/features/delivery/reactions.ts';

const to = (errorCode: string | null, httpStatus: number | null = null) =>
  reactionTo({ errorCode, httpStatus });

describe('what a definite no leads to', () => {
  it('suppresses whoever opted out at the carrier, and never tries again', () => {
    expect(to('21610', 400)).toMatchObject({ contact: 'suppress', retry: null });
    expect(to('30004')).toMatchObject({ contact: 'suppress', retry: null, review: true });
  });

  it('keeps a dead number apart from one that only takes calls', () => {
    expect(to('30005').contact).toBe('dead');
    expect(to('21211', 400).contact).toBe('dead');
    expect(to('30006').contact).toBe('not-sms-capable');
    expect(to('21614', 400).contact).toBe('not-sms-capable');
  });

  it('tries a phone that is switched off once more, not before half an hour', () => {
    const { retry } = to('30003');
    expect(retry).toMatchObject({ wait: 'minutes', max: 1 });
    expect(retry?.minutes).toBeGreaterThanOrEqual(30);
    expect(retry?.minutes).toBeLessThanOrEqual(60);
  });

  it('does not send a filtered text again, and watches the campaign', () => {
    expect(to('30007')).toMatchObject({ retry: null, campaign: 'watch' });
  });

  it('waits for the next window when the message came too late for this one', () => {
    for (const code of ['30036', '30610']) expect(to(code).retry?.wait).toBe('next-window');
  });

  it('holds the sender until Pacific midnight at the daily cap', () => {
    expect(to('30023')).toMatchObject({
      retry: { wait: 'pacific-midnight' },
      account: { do: 'hold-sender', until: 'pacific-midnight' },
    });
  });

  it.each(['30034', '21606', '30032', '63040'])('pauses the campaign for %s', (code) => {
    expect(to(code)).toMatchObject({ class: 'config', campaign: 'pause', alert: true });
  });

  it('stops everything when the account cannot send, whatever words the carrier uses', () => {
    expect(to('20003', 401).account).toEqual({ do: 'pause-all' });
    expect(to(null, 401).account).toEqual({ do: 'pause-all' });
    expect(to('30002').account).toEqual({ do: 'pause-all' });
  });

  it('rests a little at 429 and when nobody could be reached', () => {
    for (const reaction of [to('20429', 429), to(null, 429), to(null, null)]) {
      expect(reaction).toMatchObject({ class: 'transient', account: { do: 'hold-sender' } });
      expect(reaction.retry?.max).toBeGreaterThan(5);
    }
  });

  it('takes an unknown code for a final failure without further effect', () => {
    expect(to('99999', 400)).toEqual({
      class: 'unknown',
      retry: null,
      contact: 'none',
      campaign: 'none',
      account: { do: 'none' },
      alert: false,
      review: false,
    });
  });

  it('names each code once, with its source', () => {
    const codes = reactionTable.flatMap((row) => row.codes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { meaning, source } of reactionTable) expect(`${meaning}${source}`).not.toBe('');
  });
});
