import type { Access } from "./access/request-context.js";
import { remindHeads } from "./features/handoff/remind-heads.js";

const EVERY_MS = 6 * 3_600_000;
/** H6: a working day is long; to be reminded some minutes late is no harm. */
const REMIND_EVERY_MS = 5 * 60_000;

/** Months are made ahead (I8), and what is no record goes: answered repeats after a day, attempts after ninety. */
const CHORES = [
  "/* housekeeping */ select ensure_event_partitions(date_trunc('month', now())::date, 3)",
  "/* housekeeping */ delete from client_mutation where created_at < now() - interval '25 hours'",
  "/* housekeeping */ delete from login_attempt where at < now() - interval '90 days'",
];

/** Now and again; what fails is logged and tried again the next time. @returns how to stop it */
function repeat({ log }: Access, everyMs: number, work: () => Promise<unknown>): () => void {
  const attempt = () => {
    work().catch((error: unknown) => {
      log.warn({ err: error }, "housekeeping failed");
    });
  };
  attempt();
  const timer = setInterval(attempt, everyMs).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Chores every six hours; hand-offs that wait too long are looked at every few minutes. @returns how to stop both */
export function startHousekeeping(access: Access): () => void {
  const stopChores = repeat(access, EVERY_MS, async () => {
    for (const chore of CHORES) await access.database.pool.query(chore);
  });
  const stopReminders = repeat(access, REMIND_EVERY_MS, () => remindHeads(access));
  return () => {
    stopChores();
    stopReminders();
  };
}
