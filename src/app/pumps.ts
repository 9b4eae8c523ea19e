import type { Pumps } from '../adapters/jobs/pumps.ts';
import type { CampaignOutbox } from '../adapters/slack/campaigns/outbox.ts';
import type { BulkDesk } from '../adapters/slack/contact-bulk/desk.ts';
import type { ReportService } from '../features/reports/index.ts';
import type { Clock } from '../shared/clock.ts';
import { nightlyCheck } from './nightly-check.ts';
import type { Services } from './services.ts';

const second = 1_000;
const minute = 60 * second;

/** What is asked for again and again. Each may run in several processes beside itself. */
export function setPumps(
  pumps: Pumps,
  services: Services,
  desk: {
    outbox: CampaignOutbox;
    reports: Pick<ReportService, 'runDue'>;
    /** Shows what people answered. */
    replies: () => Promise<number>;
    /** Shows what carriers refuse. */
    alerts: () => Promise<number>;
    /** Deletes what was exported and is a day old. */
    bulks: Pick<BulkDesk, 'expire'>;
    clock: Clock;
    timeZone: string;
  },
): void {
  const { approvals, control, watch, sending, reactions } = services;
  const every = (name: string, ms: number, work: () => Promise<unknown>) =>
    pumps.pump(name, ms, async () => {
      await work();
      return undefined;
    });

  pumps.pump('send', 250, async (stopping) => {
    await sending.run(stopping);
    return undefined;
  });
  every('campaigns', second, () => control.advance());
  every('submissions', 30 * second, () => approvals.stageLeft());
  every('campaign-news', 2 * second, () => desk.outbox.postNews());
  every('campaign-cards', 3 * second, () => desk.outbox.refreshCards());
  every('replies', 3 * second, () => desk.replies());
  every('silent-calls', 10 * second, () => watch.giveUpSilent());
  every('reconcile', 15 * second, () => watch.reconcile());
  every('unfinished', 10 * minute, () => watch.fetchUnfinished());
  every('prices', minute, () => watch.correctPrices());
  every('expired-exports', 5 * minute, () => desk.bulks.expire());
  every('old-bulks', 60 * minute, () => services.bulks.purge());
  every('expired-files', 10 * minute, () => services.files.purge(desk.clock.now()));
  every('expired-undo', 10 * minute, () => services.imports.forgetUndo());
  every('budgets', 10 * second, () => control.warnBudgets());
  every('carrier-opt-outs', minute, () => watch.heedOptOuts());
  every('circuit-breakers', 2 * second, () => reactions.checkBreakers());
  every('carrier-alerts', 5 * second, () => desk.alerts());
  every('unreachable', 5 * minute, () => reactions.markUnreachable());
  pumps.pump('scores-due', 2 * second, () => services.scores.refreshDue());
  pumps.pump('scores-of-all', 5 * second, () => services.scores.pass());
  every('late', minute, () => watch.reportLate());
  every('reports', 5 * second, () => desk.reports.runDue());
  every('validations', 10 * second, () => services.validations.wake());
  every('idle-validations', 2 * minute, () => services.validations.resumeIdle());
  every('validation-nightly', minute, () => nightlyCheck(services.validations, desk));
}
