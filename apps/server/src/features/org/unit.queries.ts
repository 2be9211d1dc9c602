import { defaultStatuses } from "@stafeta/domain/issues/workflow";
import type { UnitKind } from "@stafeta/domain/org/company";
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
