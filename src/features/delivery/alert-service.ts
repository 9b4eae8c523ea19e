import type { Clock } from '../../shared/clock.ts';
import { type AlertFigures, type AlertNotice, alertCodes, noticeOf } from './alerts.ts';

/** On the real clock, as attempts are. */
export type AlertStore = {
  /** Opens an alert for every code that failed and has none for this hour. */
  open(codes: readonly string[], realNow: Date): Promise<void>;
  /** Alerts of the running hour, and those nobody was told of yet, with their figures now. */
  current(realNow: Date): Promise<AlertFigures[]>;
  told(id: string, realNow: Date): Promise<void>;
};

/** The alerts channel: one message for each id, brought up to date when it is shown again. */
export type AlertDesk = { show(notice: AlertNotice): Promise<void> };

export type AlertService = ReturnType<typeof createAlertService>;

/** Tells people what carriers refuse, once an hour for each code, and what to do about it. */
export function createAlertService({ store, realClock }: { store: AlertStore; realClock: Clock }) {
  return {
    /** Pump. One that cannot be shown does not keep the others waiting, and is tried again. */
    async announce(desk: AlertDesk): Promise<number> {
      const now = realClock.now();
      await store.open(alertCodes, now);
      const notices = (await store.current(now)).flatMap((figures) => noticeOf(figures) ?? []);
      const failures: unknown[] = [];
      for (const notice of notices) {
        try {
          await desk.show(notice);
          await store.told(notice.id, now);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      return notices.length;
    },
  };
}
