import { defaultStatuses } from "@stafeta/domain/issues/workflow";
import type { UnitKind } from "@stafeta/domain/org/company";
import type { UnitRemains } from "@stafeta/domain/org/manage-unit";
import type { Reader } from "../../platform/db/database.js";

export interface NewUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Null: the root. */
  readonly parentId: string | null;
}

/** With its counter of issues and its statuses: a unit is ready to work in from its first moment (R2, I3). */
const INSERT = `/* insertUnit */
with made as (
  insert into unit (key, name, kind, parent_id) values ($1, $2, $3, $4) returning id
), counted as (
  insert into unit_counter (unit_id) select id from made
), statuses as (
  insert into status (unit_id, name, category, position)
  select made.id, s.name, s.category, s.position
  from made, jsonb_to_recordset($5::jsonb) as s(name text, category text, position int)
)
select id from made`;

export async function insertUnit(tx: Reader, { key, name, kind, parentId }: NewUnit): Promise<string> {
  const [row] = await tx.rows(INSERT, [key, name, kind, parentId, JSON.stringify(defaultStatuses())]);
  return row?.[0] as string;
}

export async function insertLabel(
  tx: Reader,
  label: { readonly unitId: string; readonly name: string; readonly color: string },
): Promise<string> {
  const { unitId, name, color } = label;
  const text = "/* insertLabel */ insert into label (unit_id, name, color) values ($1, $2, $3) returning id";
  const [row] = await tx.rows(text, [unitId, name, color]);
  return row?.[0] as string;
}

/** Section 9: what holds for the whole company; its first and only row. */
export async function insertCompany(tx: Reader, locale: string, timeZone: string): Promise<void> {
  await tx.rows("/* insertCompany */ insert into company (locale, time_zone) values ($1, $2)", [
    locale,
    timeZone,
  ]);
}

export async function findRoot(tx: Reader): Promise<string | null> {
  const [row] = await tx.rows("/* findRoot */ select id from unit where parent_id is null", []);
  return (row?.[0] as string | undefined) ?? null;
}

/** H1, H6. @param limitDays null: as it is */
export async function updateUnitHandoff(
  tx: Reader,
  id: string,
  policy: string | null,
  limitDays: number | null,
): Promise<void> {
  const text = `/* updateUnitHandoff */ update unit set handoff_policy = $2, step_limit_days = coalesce($3, step_limit_days)
    where id = $1`;
  await tx.rows(text, [id, policy, limitDays]);
}

export async function updateCompanyPolicy(tx: Reader, policy: string): Promise<void> {
  await tx.rows("/* updateCompanyPolicy */ update company set handoff_policy = $1", [policy]);
}

export async function writeParent(tx: Reader, id: string, parentId: string): Promise<void> {
  await tx.rows("/* moveUnit */ update unit set parent_id = $2 where id = $1", [id, parentId]);
}

export async function writeArchived(tx: Reader, id: string): Promise<void> {
  await tx.rows("/* archiveUnit */ update unit set archived = true where id = $1", [id]);
}

/** R1: what is left to do in a unit, whoever sees it. The one place that counts what keeps a unit from being archived. */
export async function unitRemains(tx: Reader, id: string): Promise<UnitRemains> {
  const text = `/* unitRemains */ select
    (select count(*)::int from issue i where i.unit_id = $1 and is_unfinished(i.status_id)),
    (select count(*)::int from handoff h where h.state = 'PENDING' and (h.from_unit_id = $1 or h.to_unit_id = $1
      or exists (select from handoff_step s where s.handoff_id = h.id and s.unit_id = $1)))`;
  const [row] = await tx.rows(text, [id]);
  return { unfinishedIssues: row?.[0] as number, pendingHandoffs: row?.[1] as number };
}
