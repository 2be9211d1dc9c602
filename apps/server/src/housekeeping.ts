import type { Logger } from "pino";
import type { Access } from "./access/request-context.js";
import { remindHeads } from "./features/handoff/remind-heads.js";
import type { Database } from "./platform/db/database.js";

const EVERY_MS = 6 * 3_600_000;

/** Months are made ahead (I8), and what is no record goes: answered repeats after a day, attempts after ninety. */
const CHORES = [
  "/* housekeeping */ select ensure_event_partitions(date_trunc('month', now())::date, 3)",
  "/* housekeeping */ delete from client_mutation where created_at < now() - interval '25 hours'",
  "/* housekeeping */ delete from login_attempt where at < now() - interval '90 days'",
];

/** H6: a working day is long; to be reminded some minutes late is no harm. */
const REMIND_EVERY_MS = 5 * 60_000;

/** Hand-offs that wait too long remind their heads. @returns how to stop it */
export function startReminders(access: Access): () => void {
  const timer = setInterval(() => {
    remindHeads(access).catch((error: unknown) => {
      access.log.warn({ err: error }, "reminders failed");
    });
  }, REMIND_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Now and every six hours; a chore that fails is logged and tried again the next time. @returns how to stop it */
export function startHousekeeping(database: Database, log: Logger): () => void {
  const run = async () => {
    for (const chore of CHORES) await database.pool.query(chore);
  };
  const attempt = () => {
    run().catch((error: unknown) => {
      log.warn({ err: error }, "housekeeping failed");
    });
  };
  attempt();
  const timer = setInterval(attempt, EVERY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
