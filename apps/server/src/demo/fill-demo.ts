import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { inChange } from "../access/change.js";
import type { Access } from "../access/request-context.js";
import type { DemoScale } from "../platform/settings.js";
import { DEMO_PEOPLE, demoEmail } from "./demo-company.js";
import { demoHistory } from "./demo-history.js";
import { fillScale } from "./scale-data.js";
import { idOf, inNameOf, writeDemoCompany } from "./write-demo-company.js";
import { writeDemoHandoffs } from "./write-demo-handoffs.js";
import { writeDemoIssues } from "./write-demo-issues.js";

/** Issues beside those of the demo company. */
const SCALE_ISSUES: Readonly<Record<DemoScale, number>> = { small: 0, "20k": 20_000, "200k": 200_000 };

export interface DemoOptions {
  readonly scale: DemoScale;
  /** One for all demo logins; null: a random one. */
  readonly password: string | null;
  readonly now: Date;
}

export interface FilledDemo {
  /** Mail addresses that can sign in. */
  readonly logins: readonly string[];
  readonly password: string;
}

const FOUNDED_DAYS_AGO = 60;

/** Whether there is no company yet: the demo fills nothing else. */
export async function isEmptyDatabase(access: Access): Promise<boolean> {
  const rows = await access.database.rows("/* isEmptyDatabase */ select 1 from unit limit 1", []);
  return rows.length === 0;
}

/**
 * Fills an empty database with the demo company of CONTRACT.md and, by scale, with the data set of PERFORMANCE.md.
 *
 * @returns null when there is a company already: another server was quicker
 */
export async function fillDemo(access: Access, options: DemoOptions): Promise<FilledDemo | null> {
  const password = options.password ?? randomBytes(9).toString("base64url");
  // One hash for all: they share the password, and a hash for each would cost seconds.
  const passwordHash = await hash(password);
  const founded = new Date(options.now.getTime() - FOUNDED_DAYS_AGO * 86_400_000);
  const isOurs = await inChange(access, null, async ({ change }) => {
    const [taken] = await change.rows("/* demo */ select 1 from unit limit 1", []);
    if (taken) return false;
    const month = founded.toISOString().slice(0, 8);
    await change.rows("/* demo */ select ensure_event_partitions($1::date, 6)", [`${month}01`]);
    const ids = await writeDemoCompany(change, passwordHash, founded.toISOString());
    // L2: some of the work was closed.
    await change.actAs(inNameOf(idOf(ids.people, "boss")));
    await writeDemoIssues(change, ids, demoHistory(options.now));
    return true;
  });
  if (!isOurs) return null;
  await writeDemoHandoffs(access, options.now);
  const issues = SCALE_ISSUES[options.scale];
  if (issues > 0) await fillScale(access, issues, options.now);
  return { logins: DEMO_PEOPLE.map(({ login }) => demoEmail(login)), password };
}
