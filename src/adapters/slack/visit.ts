import type { ModalView } from '@slack/types';
import type { Member, Role } from '../../features/team/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Slack } from './app.ts';
import { platformError } from './post.ts';
import type { Reader } from './words/words.ts';

/** One person doing one thing in Slack, with the role checked just now. */
export type Visit = {
  readonly userId: string;
  readonly member: Member;
  readonly words: Reader;
  /**
   * Opens a modal; the trigger of this click lives 3 s and works once. Returns the view's id.
   * Throws `Refusal('unavailable', 'form.too-late')` when the trigger is over: nothing was opened.
   */
  openModal(view: ModalView): Promise<string>;
  /** As `openModal`, on top of the modal that is open (three at most). */
  pushModal(view: ModalView): Promise<string>;
};

export async function visit(
  slack: Slack,
  { userId, triggerId, role }: { userId: string; triggerId: string; role: Role },
): Promise<Visit> {
  const [member, words] = await Promise.all([
    slack.team.require(userId, role),
    slack.readerOf(userId),
  ]);
  const { views } = slack.clients.quick;
  return {
    userId,
    member,
    words,
    async openModal(view) {
      const opened = await inTime(views.open({ trigger_id: triggerId, view }));
      return opened.view?.id ?? '';
    },
    async pushModal(view) {
      const pushed = await inTime(views.push({ trigger_id: triggerId, view }));
      return pushed.view?.id ?? '';
    },
  };
}

const triggerIsOver = ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'];

/** We were too slow, or the click is an old one: no bug, and the person can simply click again. */
async function inTime<Opened>(opening: Promise<Opened>): Promise<Opened> {
  try {
    return await opening;
  } catch (error) {
    if (!platformError(error, ...triggerIsOver)) throw error;
    throw new Refusal('unavailable', 'form.too-late');
  }
}

/**
 * Changes a view that is open. False when the person closed it or something newer stands there
 * (`hash`): both are normal.
 */
export async function updateView(
  slack: Slack,
  target: { viewId: string; hash?: string | undefined },
  view: ModalView,
): Promise<boolean> {
  try {
    await slack.clients.quick.views.update({
      view_id: target.viewId,
      ...(target.hash && { hash: target.hash }),
      view,
    });
    return true;
  } catch (error) {
    if (platformError(error, 'not_found', 'hash_conflict', 'view_not_found')) return false;
    throw error;
  }
}
