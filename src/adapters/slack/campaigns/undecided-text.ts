import type { ApprovalService } from '../../../features/campaigns/index.ts';
import { includes } from '../../../features/team/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Slack } from '../app.ts';
import { escapeMrkdwn, mention } from '../text.ts';
import type { Reader } from '../words/words.ts';

export type UndecidedNeeds = {
  team: Pick<Slack['team'], 'list' | 'member'>;
  approvals: Pick<ApprovalService, 'find'>;
};

/**
 * Why somebody could not decide on a submission: who took the decision first and when, or who may
 * take it instead. Every other failure goes on its way.
 */
export async function undecidedText(
  needs: UndecidedNeeds,
  words: Reader,
  error: unknown,
  { id, version }: { id: string; version: number },
): Promise<string> {
  if (!(error instanceof Refusal)) throw error;
  const approval = await needs.approvals.find(id, version);
  if (error.code === 'approval.already-decided' && approval?.decidedAt) {
    return words.mrkdwn('campaigns.already-decided', {
      decision: approval.decision ?? '',
      by: mention(approval.decidedBy ?? ''),
      at: words.dateTime(approval.decidedAt),
    });
  }
  if (error.code === 'approval.own-work' && approval) {
    const names = await whoMay(needs, [approval.requestedBy, ...approval.editors]);
    const who = { mrkdwn: words.list(names.map(escapeMrkdwn)) };
    return `${words.refusal(error)} ${words.mrkdwn('campaigns.who-may', { n: names.length, who })}`;
  }
  throw error;
}

/** At most five names: whoever asks needs one. */
async function whoMay({ team }: UndecidedNeeds, authors: readonly string[]): Promise<string[]> {
  const others = (await team.list()).filter(
    ({ userId, role }) => includes(role, 'approver') && !authors.includes(userId),
  );
  const members = await Promise.all(others.map(({ userId }) => team.member(userId)));
  return members.flatMap((member) => (member ? [member.name] : [])).slice(0, 5);
}
