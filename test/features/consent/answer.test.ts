import { describe, expect, it } from 'vitest';
import { readAnswer, signAttestation } from '../../../src/features/consent/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';

describe('an answer', () => {
  it.each(['sim', 'Sim', ' SIM ', 'S', 's', 'yes', 'Y', '1', 'true', 'TRUE', 'ok', 'x', 'Sim.'])(
    '"%s" is a yes',
    (text) => expect(readAnswer(text)).toBe('yes'),
  );

  it.each(['não', 'NÃO', 'nao', 'N', 'no', 'No.', '0', 'false', 'opt-out'])(
    '"%s" is a no',
    (text) => expect(readAnswer(text)).toBe('no'),
  );

  it.each(['', ' ', '?', 'talvez', 'maybe', '2', 'sim, mas não agora', 'not now', 'yesterday'])(
    '"%s" is neither, so nobody agreed',
    (text) => expect(readAnswer(text)).toBeNull(),
  );
});

describe('an attestation', () => {
  const at = new Date('2026-11-22T15:00:00Z');
  const form = { seller: 'Fly2Any', channels: ['sms' as const], textKept: 'CRM, page 3' };

  it('is signed with a name and a moment', () => {
    expect(signAttestation(form, 'U1', at)).toEqual({
      ...form,
      undatedGivenBy: null,
      signedBy: 'U1',
      signedAt: '2026-11-22T15:00:00.000Z',
    });
  });

  it('takes today for the day by which everybody had agreed', () => {
    const undatedGivenBy = '2026-11-22';
    expect(signAttestation({ ...form, undatedGivenBy }, 'U1', at)).toMatchObject({
      undatedGivenBy,
    });
  });

  it.each([
    [{ ...form, seller: ' ' }, 'seller'],
    [{ ...form, channels: [] }, 'channels'],
    [{ ...form, textKept: '' }, 'textKept'],
    [{ ...form, undatedGivenBy: '31/03/2026' }, 'undatedGivenBy'],
    // A "yes" from the future would beat every "no" until then.
    [{ ...form, undatedGivenBy: '2026-11-23' }, 'undatedGivenBy'],
  ])('is refused when something is missing, and says what: %#', (incomplete, field) => {
    const sign = () => signAttestation(incomplete, 'U1', at);
    expect(sign).toThrow(Refusal);
    try {
      sign();
    } catch (error) {
      expect(Object.keys((error as Refusal).fields)).toEqual([field]);
    }
  });
});
