import type { ConsentService } from '../../../features/consent/index.ts';
import { parsePhone, stateOfName } from '../../../features/validation/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { maskPhone } from '../../../shared/phone.ts';
import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { onCommand } from '../on-command.ts';
import type { Reader } from '../words/words.ts';
import { stateRules } from './rules-view.ts';

export type ComplianceNeeds = { consent: Pick<ConsentService, 'optOut'> };

/** `/compliance`: what the law allows in a state, and never writing to a number again. */
export function registerCompliance(slack: Slack, { consent }: ComplianceNeeds): void {
  onCommand(slack, '/compliance', {
    rules: {
      role: 'viewer',
      help: 'compliance.help.rules',
      usage: 'CT',
      run: async ({ rest, words }) => {
        const state = stateOfName(rest);
        if (!state) throw new Refusal('invalid', 'compliance.unknown-state', { state: rest });
        return stateRules(state, slack.clock.now(), words);
      },
    },
    suppress: {
      role: 'operator',
      help: 'compliance.help.suppress',
      usage: '+1 203 555 0123',
      run: ({ rest, userId, words }) => suppress(rest, userId, words),
    },
  });

  /** Somebody asked by another way than a reply: at once, for every channel. */
  async function suppress(typed: string, by: string, words: Reader): Promise<SlackMessage> {
    const parsed = parsePhone(typed);
    if (!parsed.ok) throw new Refusal('invalid', 'compliance.not-a-number');
    const at = slack.clock.now();
    const { phone } = parsed;
    const { first } = await consent.optOut({ phone, source: 'slack', sourceRef: by, at, by });
    const key = first ? 'compliance.suppressed' : 'compliance.suppressed-before';
    return message(words.mrkdwn(key, { phone: maskPhone(phone) }));
  }
}
