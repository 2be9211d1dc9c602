import { inChange, type Change } from "../access/change.js";
import type { Access } from "../access/request-context.js";
import {
  SCALE_EVENTS_SQL,
  SCALE_ISSUES_SQL,
  SCALE_PEOPLE_SQL,
  SCALE_PROJECTS_SQL,
} from "./scale-data.sql.js";
import { inNameOf } from "./write-demo-company.js";

export const SCALE_PROJECTS = 50;

async function write(
  change: Change,
  statements: readonly string[],
  issues: number,
  now: string,
): Promise<void> {
  for (const statement of statements) {
    const text = statement.replaceAll(":issues", String(issues)).replaceAll(":now", `'${now}'::timestamptz`);
    await change.rows(text, []);
  }
}

/**
 * The data set of PERFORMANCE.md beside the demo company: 50 PROJECTs under PROD, 200 people, so many issues with labels,
 * comments and sub-issues; each record with its event (L4). By a few set-based statements, deterministic.
 */
export async function fillScale(access: Access, issues: number, now: Date): Promise<void> {
  await inChange(access, null, async ({ change }) => {
    await change.rows("/* scale */ set local statement_timeout = '15min'", []);
    const [boss] = await change.rows(
      "/* scale */ select id from app_user where email = 'boss@demo.test'",
      [],
    );
    // L2: an eighth of the work was closed.
    await change.actAs(inNameOf(String(boss?.[0])));
    const statements = [...SCALE_PEOPLE_SQL, ...SCALE_PROJECTS_SQL, ...SCALE_ISSUES_SQL, ...SCALE_EVENTS_SQL];
    await write(change, statements, issues, now.toISOString());
    await change.rows("select pg_notify('stafeta', 'company')", []);
  });
}
