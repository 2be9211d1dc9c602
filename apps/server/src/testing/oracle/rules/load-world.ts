import type { World } from "./world.js";

/** Runs one statement and gives its rows as objects. */
export type Run = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const instant = (name: string) => `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const TABLES: Readonly<Record<Exclude<keyof World, "events">, string>> = {
  companies: `select handoff_policy as "handoffPolicy", time_zone as "timeZone", (now() at time zone time_zone)::date::text as today from company`,
  units: `select id::text, key, name, kind, parent_id::text as "parentId", archived,
    sprint_length_days as "sprintLengthDays", handoff_policy as "handoffPolicy", step_limit_days as "stepLimitDays" from unit order by unit.id`,
  people: `select id::text, name, email, active, admin, avatar_url as "avatarUrl", locale, time_zone as "timeZone"
    from app_user order by app_user.id`,
  roles: `select id::text, name, built_in as "builtIn", base, archived, revision, reach, matrix from role order by role.id`,
  memberships: `select id::text, unit_id::text as "unitId", user_id::text as "userId", role_id::text as "roleId",
    ended_at is not null as ended from membership order by membership.id`,
  statuses: `select id::text, unit_id::text as "unitId", name, category, position from status order by unit_id, position`,
  labels: `select id::text, unit_id::text as "unitId", name, color from label order by label.id`,
  issues: `select id::text, key, key_prefix as "keyPrefix", key_number as "keyNumber", unit_id::text as "unitId", title,
    description, type, priority::int, status_id::text as "statusId", author_id::text as "authorId",
    assignee_id::text as "assigneeId", parent_id::text as "parentId", label_ids::text[] as "labelIds",
    estimate::float8, value::float8, start_date::text as "startDate", due_date::text as "dueDate", rank, resolution, archived,
    ${instant("created_at")} as "createdAt", ${instant("updated_at")} as "updatedAt",
    ${instant("closed_at")} as "closedAt", revision, last_event::text as "lastEvent" from issue order by issue.id`,
  holdings: `select id::text, issue_id::text as "issueId", user_id::text as "userId", ${instant("since")} as since,
    until is not null as "isOver" from issue_holder order by issue_holder.id`,
  comments: `select id::text, issue_id::text as "issueId", author_id::text as "authorId", body, internal,
    unit_id::text as "unitId", ${instant("created_at")} as "createdAt", ${instant("edited_at")} as "editedAt"
    from comment order by comment.id`,
  deputies: `select id::text, user_id::text as "userId", boss_id::text as "bossId", from_day::text as "from",
    to_day::text as "to", ended_at is not null as ended from deputy order by deputy.id`,
  handoffs: `select id::text, issue_id::text as "issueId", from_unit_id::text as "fromUnitId", to_unit_id::text as "toUnitId",
    state, started_by::text as "startedBy", ${instant("started_at")} as "startedAt", ${instant("ended_at")} as "endedAt",
    comment, with_sub_issues as "withSubIssues", carried_by::text as "carriedBy" from handoff order by handoff.id`,
  steps: `select id::text, handoff_id::text as "handoffId", position, unit_id::text as "unitId", state, current,
    ${instant("turn_at")} as "turnAt", acted_by::text as "actedBy", ${instant("acted_at")} as "actedAt", reason, comment
    from handoff_step order by handoff_id, position`,
  relations: `select id::text, from_id::text as "fromId", to_id::text as "toId", kind, delay_days as "delayDays",
    ended_at is not null as ended from relation order by relation.id`,
};

const EVENTS = `select id::text, ${instant("at")} as at, operation::text, actor_id::text as "actorId", kind, entity,
  entity_id::text as "entityId", issue_id::text as "issueId", client_mutation_id as "clientMutationId", changes,
  unit_id::text as "unitId", assignee_id::text as "assigneeId", author_id::text as "authorId",
  unit_before::text as "unitBefore", assignee_before::text as "assigneeBefore",
  step_unit_id::text as "stepUnitId", step_unit_before::text as "stepUnitBefore", on_behalf_of::text as "onBehalfOf"
  from event where event.id > $1 order by event.id`;

/** Reads every row there is. @param before what was read last: of the log only what has come since is read again */
export async function loadWorld(run: Run, before: World | null = null): Promise<World> {
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[];
  const rows: [string, unknown][] = [];
  for (const name of names) rows.push([name, await run(TABLES[name])]);
  const known = before?.events ?? [];
  const events = [...known, ...(await run(EVENTS, [known.at(-1)?.id ?? "0"]))];
  // The statements name their columns as the types have them.
  return { ...Object.fromEntries(rows), events } as unknown as World;
}
