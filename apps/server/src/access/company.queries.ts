import { companyOf, type Company, type CompanyRecords } from "@stafeta/domain/org/company";
import type { Reader } from "../platform/db/database.js";

/** Everything of one moment in one statement, so that the version read along is the version of the rows. */
const LOAD = `/* loadCompany */
select (select company_version from clock),
  (select json_build_object('timeZone', time_zone, 'handoffPolicy', handoff_policy) from company),
  (select coalesce(json_agg(json_build_object('id', id::text, 'key', key, 'name', name, 'kind', kind,
     'parentId', parent_id::text, 'archived', archived, 'sprintLengthDays', sprint_length_days,
     'handoffPolicy', handoff_policy, 'stepLimitDays', step_limit_days) order by key), '[]') from unit),
  (select coalesce(json_agg(json_build_object('id', id::text, 'name', name, 'email', email, 'active', active,
     'admin', admin, 'avatarUrl', avatar_url) order by name, id), '[]') from app_user),
  (select json_agg(jsonb_build_object('id', id::text, 'name', name, 'builtIn', built_in, 'base', base)
     || case when built_in then '{}' else jsonb_build_object('custom', matrix || jsonb_build_object('reach', reach,
       'archived', archived, 'revision', revision)) end order by id) from role),
  (select coalesce(json_agg(json_build_object('id', id::text, 'unitId', unit_id::text, 'userId', user_id::text,
     'roleId', role_id::text) order by id), '[]') from membership where ended_at is null),
  (select coalesce(json_agg(json_build_object('id', id::text, 'unitId', unit_id::text, 'name', name,
     'category', category, 'position', position)), '[]') from status),
  (select coalesce(json_agg(json_build_object('id', id::text, 'unitId', unit_id::text, 'name', name,
     'color', color) order by name, id), '[]') from label),
  (select coalesce(json_agg(json_build_object('userId', user_id::text, 'bossId', boss_id::text,
     'from', from_day, 'to', to_day) order by from_day, id), '[]') from deputy where ended_at is null)`;

export interface VersionedCompany {
  readonly version: string;
  /** Null while nothing is set up: a company begins with its root unit. */
  readonly company: Company | null;
}

export async function loadCompany(reader: Reader): Promise<VersionedCompany> {
  const [row] = await reader.rows(LOAD, []);
  if (!row) throw new Error("the clock has no row");
  const [version, settings, units, people, roles, memberships, statuses, labels, deputies] = row as [
    string,
    Pick<CompanyRecords, "timeZone" | "handoffPolicy"> | null,
    CompanyRecords["units"],
    CompanyRecords["people"],
    CompanyRecords["roles"],
    CompanyRecords["memberships"],
    CompanyRecords["statuses"],
    CompanyRecords["labels"],
    CompanyRecords["deputies"],
  ];
  if (units.length === 0) return { version, company: null };
  const records = { units, people, roles, memberships, statuses, labels, deputies };
  return { version, company: companyOf({ ...records, timeZone: "UTC", ...settings }) };
}
