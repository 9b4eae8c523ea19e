import { describe, expect, it } from 'vitest';
import { checkFollowUps, forEachText } from '../../../src/features/campaigns/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';

const spaced = (...days: number[]) =>
  days.map((afterDays) => ({ afterDays, template: 'Fly2Any. SAIR' }));

describe('follow-ups', () => {
  it('are at most three, each one to sixty days after the one before', () => {
    expect(() => checkFollowUps(spaced())).not.toThrow();
    expect(() => checkFollowUps(spaced(1, 60, 30))).not.toThrow();
    expect(() => checkFollowUps(spaced(1, 1, 1, 1))).toThrow('follow-up.too-many');
  });

  it.each([0, -1, 61, 1.5, Number.NaN])(
    'are refused after %s days, under their own field',
    (days) => {
      expect(() => checkFollowUps(spaced(3, days))).toThrow(
        expect.objectContaining({ fields: { followUpDays2: 'follow-up.days' } }),
      );
    },
  );

  it('name their own field in a complaint about their text, and nothing else is touched', () => {
    const broken = () =>
      forEachText(spaced(1, 2), (_, at) => {
        if (at === 1)
          throw new Refusal('invalid', 'template.empty', {}, { template: 'template.empty' });
      });
    expect(broken).toThrow(
      expect.objectContaining({ fields: { followUpText2: 'template.empty' } }),
    );
    const bug = () =>
      forEachText(spaced(1), () => {
        throw new TypeError('a bug');
      });
    expect(bug).toThrow(TypeError);
  });
});
