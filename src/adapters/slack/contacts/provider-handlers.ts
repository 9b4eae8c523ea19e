import type { ProviderService } from '../../../features/contacts/index.ts';
import { includes } from '../../../features/team/index.ts';
import type { Slack } from '../app.ts';
import { message } from '../blocks.ts';
import { onButton } from '../on-action.ts';
import { onSubmit } from '../on-submit.ts';
import { updateView } from '../visit.ts';
import { contactIds } from './ids.ts';
import { budgetForm, providersLoading, providersModal } from './provider-views.ts';

export type ProvidersNeeds = {
  providers: ProviderService;
  /** The first of the agency's month. */
  monthStart: () => Date;
};

/** Who is asked about numbers, how right they were, and what may be spent at night. */
export function registerProviders(slack: Slack, { providers, monthStart }: ProvidersNeeds): void {
  onButton(
    slack,
    contactIds.openProviders,
    { role: 'operator' },
    async ({ words, member, openModal }) => {
      const viewId = await openModal(providersLoading(words));
      const overview = await providers.overview(monthStart());
      const isAdmin = includes(member.role, 'admin');
      await updateView(slack, { viewId }, providersModal(overview, { isAdmin, words }));
      return undefined;
    },
  );
  onButton(slack, contactIds.openBudget, { role: 'admin' }, async ({ words, value, pushModal }) => {
    await pushModal(budgetForm(value, words));
    return undefined;
  });
  onSubmit(
    slack,
    contactIds.budgetForm,
    { role: 'admin' },
    async ({ userId, words, fields, tell }) => {
      const monthly = await providers.setBudget(fields.text('budget'), userId);
      await tell(
        message(
          monthly.isZero()
            ? words.mrkdwn('contacts.providers.budget-unset')
            : words.mrkdwn('contacts.providers.budget-set', { budget: words.money(monthly) }),
        ),
      );
      return { close: 'all' };
    },
  );
}
