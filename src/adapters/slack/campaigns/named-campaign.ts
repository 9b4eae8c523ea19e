import type { Campaign, ControlService } from '../../../features/campaigns/index.ts';
import { Refusal } from '../../../shared/errors.ts';

/**
 * The campaign a person means: by its name or the start of it, accents and case ignored; the only
 * one there is when nothing is said. Throws `campaign.no-such-name`, `campaign.none-here` (nothing
 * in such a state at all) or `campaign.which`.
 */
export async function namedCampaign(
  control: Pick<ControlService, 'list'>,
  typed: string,
  statuses: readonly Campaign['status'][],
): Promise<Campaign> {
  const campaigns = await control.list(statuses, 100);
  const name = asTyped(typed);
  const wanted = folded(name);
  const fitting = campaigns.filter((each) => folded(each.name).startsWith(wanted));
  const exact = fitting.filter((each) => folded(each.name) === wanted);
  // Of several with the very same name, the one that was touched last.
  const [only, ...others] = exact.length > 0 ? exact.slice(0, 1) : fitting;
  if (only && others.length === 0) return only;
  if (!only && wanted === '') throw new Refusal('not-found', 'campaign.none-here');
  if (!only) throw new Refusal('not-found', 'campaign.no-such-name', { name });
  throw new Refusal('invalid', 'campaign.which', {
    names: [only, ...others]
      .slice(0, 5)
      .map((each) => each.name)
      .join(', '),
  });
}

/** Slack escapes what is typed after a command; quotes around a name are no part of it. */
const asTyped = (typed: string): string =>
  typed
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
    .replace(/^["“”«'](.*)["“”»']$/, '$1')
    .trim();

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
