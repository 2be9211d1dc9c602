import type pg from "pg";
import type { CompanySpec } from "../test-company.js";
import { pastTheLaws } from "../sql.js";
import { makeIssues } from "../test-issues.js";
import type { TestServer } from "../test-server.js";
import type { Dice } from "./dice.js";
import { randomIssue } from "./random-company.js";

/** What a random company begins with, straight into its tables. */

export async function fill(test: TestServer, dice: Dice, spec: CompanySpec): Promise<void> {
  const now = Date.now();
  const made: string[] = [];
  // In a few goes, as an issue names its parent by id.
  for (let go = 0; go < 4; go++) {
    const specs = Array.from({ length: 8 + dice.below(8) }, () => randomIssue(dice, spec, now, made));
    for (const issue of await makeIssues(test, specs, "p0")) made.push(issue.id);
  }
}

/** R2: memberships that ended before anybody asked; units in which nothing begins any more (R1). */
export async function endSome(client: pg.Client, dice: Dice): Promise<void> {
  const { rows } = await client.query<{ unit: string; person: string }>(
    "select u.id::text as unit, p.id::text as person from unit u cross join app_user p order by u.id, p.id",
  );
  for (const { unit, person } of dice.some(rows, 0.06)) {
    await pastTheLaws(
      client,
      `insert into membership (unit_id, user_id, role_id, ended_at)
       select $1, $2, id, now() from role where base = $3 and built_in`,
      [unit, person, dice.pick(["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"])],
    );
  }
  if (!dice.chance(0.5)) return;
  const leaves =
    "select id from unit u where parent_id is not null and not exists (select from unit c where c.parent_id = u.id)";
  await pastTheLaws(client, `update unit set archived = true where id = (${leaves} order by id limit 1)`);
}

/** I2: from older issues to younger ones, so that there is no circle. */
export async function relateSome(client: pg.Client, dice: Dice): Promise<void> {
  const { rows } = await client.query<{ one: string; other: string }>(
    "select a.id::text as one, b.id::text as other from issue a join issue b on a.id < b.id order by a.id, b.id",
  );
  for (const { one, other } of dice.some(rows, 10 / Math.max(1, rows.length))) {
    const kind = dice.pick(["RELATES", "BLOCKS", "BLOCKS", "BLOCKS", "DUPLICATES", "PRECEDES"]);
    await pastTheLaws(
      client,
      `insert into relation (from_id, to_id, kind, delay_days, created_at)
       values ($1, $2, $3, case when $3 = 'PRECEDES' then 3 end, now())`,
      [one, other, kind],
    );
  }
}

/** H1: units with a policy of their own. Section 1: somebody who acts for the boss, today or on another day. */
export async function nameSome(client: pg.Client, dice: Dice): Promise<void> {
  const { rows: units } = await client.query<{ id: string }>("select id::text from unit order by unit.id");
  for (const { id } of dice.some(units, 0.25)) {
    await pastTheLaws(client, "update unit set handoff_policy = $2 where id = $1", [
      id,
      dice.pick(["HEADS", "VIA_COMMON_HEAD"]),
    ]);
  }
  await pastTheLaws(client, "update company set handoff_policy = $1", [
    dice.pick(["HEADS", "VIA_COMMON_HEAD"]),
  ]);
  if (!dice.chance(0.5)) return;
  const { rows: people } = await client.query<{ id: string }>(
    "select id::text from app_user order by app_user.id",
  );
  const [boss, ...others] = people;
  await pastTheLaws(
    client,
    `insert into deputy (user_id, boss_id, from_day, to_day)
     select $1, $2, day + $3::int, day + $4::int from (select (now() at time zone time_zone)::date as day from company) c`,
    [
      dice.pick(others).id,
      boss?.id,
      ...dice.pick([
        [0, 0],
        [-2, 3],
        [1, 4],
        [-5, -1],
      ] as const),
    ],
  );
}
