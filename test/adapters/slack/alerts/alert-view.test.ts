import { describe, expect, it } from 'vitest';
import { alertMessage } from '../../../../src/adapters/slack/alerts/alert-view.ts';
import { createWords } from '../../../../src/adapters/slack/words/words.ts';
import { type AlertNotice, alertTopics } from '../../../../src/features/delivery/index.ts';
import { locales } from '../../../../src/shared/locale.ts';
import { expectSendable } from '../../../support/blocks.ts';

const notice: AlertNotice = {
  id: 'a',
  code: '21408',
  topic: 'region',
  messages: 1_204,
  campaigns: ['Verão', 'x'.repeat(255), '<!channel> *Natal*', 'D', 'E', 'F', 'G'],
  people: Array<string>(10).fill('+1 (203) •••-0000'),
  morePeople: 1,
  regions: ['BR', '+870'],
};

describe('an alert', () => {
  const cases = locales.flatMap((locale) =>
    (Object.keys(alertTopics) as AlertNotice['topic'][]).map((topic) => [locale, topic] as const),
  );

  it.each(cases)('fits into Slack in %s: %s', (locale, topic) => {
    const { text, blocks } = alertMessage(createWords().in(locale), { ...notice, topic });
    expectSendable('message', blocks);
    expect(text).not.toContain('<!channel>');
    expect(text.length).toBeLessThan(3_000);
  });

  it('speaks the channel’s language', () => {
    const { text } = alertMessage(createWords().in('pt-BR'), notice);
    expect(text).toContain('*Um país não está liberado na nossa conta* (código 21408)');
    expect(text).toContain('1.204 mensagens em uma hora, em Verão');
    expect(text).toContain('e mais 2 campanhas');
    expect(text).toContain('Países: Brasil e +870.');
    expect(text).toContain('e mais uma.');
  });
});
