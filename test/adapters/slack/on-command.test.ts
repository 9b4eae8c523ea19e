import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onCommand } from '../../../src/adapters/slack/on-command.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type SlackBench, slackBench } from '../../support/slack-bench.ts';

describe('a slash command', () => {
  let bench: SlackBench;
  beforeAll(async () => {
    bench = await slackBench((slack) => {
      onCommand(slack, '/thing', {
        show: {
          role: 'viewer',
          help: 'base.loading',
          usage: 'NAME',
          run: async ({ rest, args }) => ({ text: `rest=${rest} args=${args.length}` }),
        },
        change: { role: 'operator', help: 'base.done', run: async () => ({ text: 'changed' }) },
        refuse: {
          role: 'viewer',
          help: 'base.done',
          run: async () => {
            throw new Refusal('conflict', 'team.last-admin');
          },
        },
        break: {
          role: 'viewer',
          help: 'base.done',
          run: async () => {
            throw new Error('secret detail');
          },
        },
      });
    });
  });
  afterAll(() => bench.api.close());

  const answer = () => bench.api.last('response_url');

  it('runs the sub-word with what stands after it, and answers the person only', async () => {
    await bench.command('U_OPERATOR', '/thing SHOW  Summer Sale');
    expect(answer()).toMatchObject({
      text: 'rest=Summer Sale args=2',
      response_type: 'ephemeral',
      replace_original: false,
    });
  });

  it.each(['/thing', '/thing help'])(
    'answers %s with every sub-word and an example',
    async (text) => {
      await bench.command('U_OPERATOR', text);
      expect(answer()?.text).toContain('`/thing show NAME`');
      expect(answer()?.text).toContain('`/thing change`');
      expect(answer()?.text).not.toContain('not something I know');
    },
  );

  it('offers nobody what their role cannot do', async () => {
    await bench.command('U_VIEWER', '/thing help');
    expect(answer()?.text).toContain('`/thing show NAME`');
    expect(answer()?.text).not.toContain('`/thing change`');
  });

  it('reads what a person can have seen of what they pasted', async () => {
    await bench.command('U_OPERATOR', '/thing \u0000show Jo\u0000ão \u202eSilva\u200b 👩\u200d👧');
    expect(answer()?.text).toBe('rest=João Silva 👩\u200d👧 args=3');
  });

  it('names the nearest word for one it does not know', async () => {
    await bench.command('U_OPERATOR', '/thing chnage');
    expect(answer()?.text).toContain('`/thing chnage` is not something I know.');
    expect(answer()?.text).toContain('Did you mean `/thing change`?');
  });

  it('guesses nothing for a word like no other', async () => {
    await bench.command('U_OPERATOR', '/thing xylophone');
    expect(answer()?.text).not.toContain('Did you mean');
  });

  it('knows no sub-word that only objects have', async () => {
    await bench.command('U_OPERATOR', '/thing constructor');
    expect(answer()?.text).toContain('is not something I know');
  });

  it('shows an unknown word harmlessly', async () => {
    await bench.command('U_OPERATOR', '/thing <!channel>');
    expect(answer()?.text).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(answer())).not.toContain('<!channel>');
  });

  it('reads in Portuguese for who reads Portuguese', async () => {
    await bench.command('U_VIEWER', '/thing nada');
    expect(answer()?.text).toContain('Não conheço `/thing nada`.');
  });

  it('tells a viewer which role is missing', async () => {
    await bench.command('U_VIEWER', '/thing change');
    expect(answer()?.text).toContain('papel de *operador*');
  });

  it.each(['U_STRANGER', 'U_GUEST'])('gives %s nothing', async (as) => {
    await bench.command(as, '/thing show x');
    expect(answer()?.text).toContain('You have no role in this app yet');
  });

  it('says a refusal in words, and only to the person', async () => {
    await bench.command('U_OPERATOR', '/thing refuse');
    expect(answer()).toMatchObject({
      response_type: 'ephemeral',
      text: 'This is the last admin. Make somebody else an admin first.',
    });
  });

  it('gives a bug a reference that stands in the log, and hides the rest', async () => {
    await bench.command('U_OPERATOR', '/thing break');
    const reference = /Reference `([0-9a-f]{8})`/.exec(String(answer()?.text))?.[1];
    expect(reference).toBeDefined();
    expect(JSON.stringify(answer())).not.toContain('secret detail');
    expect(bench.log.find((line) => line.reference === reference)).toMatchObject({
      level: 'error',
    });
  });

  it('falls back to an ephemeral message when the response_url is used up', async () => {
    bench.api.answer('response_url', () => ({ status: 404, error: 'used_url' }));
    await bench.command('U_OPERATOR', '/thing show x');
    expect(bench.api.last('chat.postEphemeral')).toMatchObject({
      channel: 'C1',
      user: 'U_OPERATOR',
    });
    bench.api.answer('chat.postEphemeral', () => ({ error: 'not_in_channel' }));
    await bench.command('U_OPERATOR', '/thing show y');
    expect(bench.api.last('chat.postMessage')).toMatchObject({ channel: 'D-U_OPERATOR' });
  });
});
