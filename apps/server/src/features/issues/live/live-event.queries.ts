import type { SightFacts } from "@stafeta/domain/issues/issue-event-sight";
import { parseStamp, STAMP, type Stamp } from "../../../access/read-scope.js";
import type { Reader } from "../../../platform/db/database.js";
import { Sql } from "../../../platform/db/sql.js";
import { LiveEvent, type LiveEventRecord } from "./live-event.js";

/** Which events a stream carries. */
export type LiveTarget =
  | { readonly kind: "BOARD"; readonly unitIds: readonly string[] }
  | { readonly kind: "ISSUE"; readonly issueId: string };

/** Who held an issue, began a hand-off of it or acted on one, up to some moment (R8, H5). */
function holdersOf(alias: string, until: (since: string) => string = () => "true"): string {
  return `array(
      select h.user_id::text from issue_holder h where h.issue_id = ${alias}.id and ${until("h.since")} union
      select f.user_id::text from issue_follower f where f.issue_id = ${alias}.id and ${until("f.since")})`;
}

/** What sight of an issue hangs on. */
function sightOf(alias: string): string {
  return `jsonb_build_object('unitId', ${alias}.unit_id::text, 'assigneeId', ${alias}.assignee_id::text,
    'authorId', ${alias}.author_id::text, 'stepUnitId', ${alias}.step_unit_id::text, 'holders', ${holdersOf(alias)})`;
}

/**
 * One event, with the facts as they were then (as far as it recorded them) and as they are now. An event that leaves the
 * unit out did not change it.
 */
const RECORD = `jsonb_build_object(
  'id', e.id::text, 'at', e.at::text, 'operation', e.operation::text,
  'actorId', e.actor_id::text, 'onBehalfOf', e.on_behalf_of::text, 'kind', e.kind, 'entity', e.entity, 'entityId', e.entity_id::text,
  'clientMutationId', e.client_mutation_id, 'undoes', e.undoes::text, 'changes', e.changes, 'issueId', e.issue_id::text,
  'children', i.child_here_count + i.child_elsewhere_count, 'childrenElsewhere', i.child_elsewhere_count,
  'internalElsewhere', i.internal_elsewhere_count,
  'now', s.now,
  'after', s.held || jsonb_build_object('unitId', coalesce(e.unit_id, i.unit_id)::text, 'assigneeId', e.assignee_id::text,
    'authorId', coalesce(e.author_id, i.author_id)::text, 'stepUnitId', e.step_unit_id::text),
  'before', s.held || jsonb_build_object('unitId', coalesce(e.unit_before, e.unit_id, i.unit_id)::text,
    'assigneeId', e.assignee_before::text, 'authorId', coalesce(e.author_id, i.author_id)::text,
    'stepUnitId', e.step_unit_before::text),
  'comment', case when k.id is not null then jsonb_build_object('internal', k.internal, 'unitId', k.unit_id::text,
    'authorId', k.author_id::text) end,
  'parties', case when q.id is not null then to_jsonb(array_remove(array[q.asked_by::text, q.decided_by::text], null)) end,
  'linked', case when e.changes @> '[{"field": "parent"}]' or e.changes @> '[{"field": "relations"}]' then (
    select jsonb_agg(${sightOf("l")} || jsonb_build_object('id', l.id::text)) from issue l where l.id in (
      select side.id::bigint from jsonb_array_elements(e.changes) c(change), lateral (values (c.change->>'before'),
        (c.change->>'after')) side(id) where c.change->>'field' = 'parent'
      union all
      select split_part(text, ' ', 2)::bigint from jsonb_array_elements(e.changes) c(change),
        jsonb_array_elements_text(nullif(c.change->'before', 'null') || nullif(c.change->'after', 'null')) text
      where c.change->>'field' = 'relations')) end)`;

const FROM = `event e join issue i on i.id = e.issue_id
  left join comment k on e.entity = 'comment' and k.id = e.entity_id
  left join issue_request q on e.entity = 'request' and q.id = e.entity_id
  cross join lateral (select ${sightOf("i")} as now, jsonb_build_object('holders',
    ${holdersOf("i", (since) => `${since} <= e.at`)}) as held) s`;

function eventsWhere(sql: Sql, condition: string, limit: number): string {
  return `(select ${RECORD} as record from ${FROM} where ${condition} order by e.id limit ${sql.param(limit)}::int)`;
}

export interface LiveBatch {
  /** The versions of the very moment that the events were read in. */
  readonly stamp: Stamp;
  readonly events: readonly LiveEvent[];
}

function eventsIn(rows: readonly (readonly unknown[])[], at: number): LiveEvent[] {
  return rows.flatMap((row) => (row[at] == null ? [] : [new LiveEvent(row[at] as LiveEventRecord)]));
}

/** What happened to issues after an event, oldest first; one statement, and no other, for all streams of a server. */
export async function eventsAfter(reader: Reader, after: bigint, limit: number): Promise<LiveBatch> {
  const sql = new Sql();
  const events = eventsWhere(sql, `e.id > ${sql.id(String(after))}`, limit);
  const rows = await reader.rows(
    `/* eventsAfter */ select ${STAMP}, x.record from (select) o left join lateral ${events} x on true`,
    sql.values,
  );
  return { stamp: parseStamp(rows[0]?.[0]), events: eventsIn(rows, 1) };
}

export interface LiveStart extends LiveBatch {
  /** The issue that is to be followed, as it is; null where there is none, and for a board. */
  readonly sight: SightFacts | null;
}

function isOf(sql: Sql, target: LiveTarget): string {
  if (target.kind === "ISSUE") return `e.issue_id = ${sql.id(target.issueId)}`;
  const units = sql.ids(target.unitIds);
  return `(e.unit_id = any(${units}) or e.unit_before = any(${units}))`;
}

/**
 * What a new stream is begun with: the moment, and what it missed since an event.
 *
 * @param since null: nothing is missed
 */
export async function startOfStream(
  reader: Reader,
  target: LiveTarget,
  since: string | null,
  limit: number,
): Promise<LiveStart> {
  const sql = new Sql();
  const issue =
    target.kind === "ISSUE"
      ? `(select ${sightOf("i")} as sight from issue i where i.id = ${sql.id(target.issueId)})`
      : "(select null::jsonb as sight)";
  const condition = since === null ? "false" : `e.id > ${sql.id(since)} and ${isOf(sql, target)}`;
  const events = eventsWhere(sql, condition, limit);
  const rows = await reader.rows(
    `/* startOfStream */ select ${STAMP}, f.sight, x.record from (select) o left join ${issue} f on true
     left join lateral ${events} x on true`,
    sql.values,
  );
  const sight = (rows[0]?.[1] ?? null) as SightFacts | null;
  return { stamp: parseStamp(rows[0]?.[0]), sight, events: eventsIn(rows, 2) };
}

/** What sight of these issues hangs on now, by id. */
export async function sightOfIssues(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SightFacts>> {
  const sql = new Sql();
  const rows = await reader.rows(
    `/* sightOfIssues */ select i.id, ${sightOf("i")} from issue i where i.id = any(${sql.ids(ids)})`,
    sql.values,
  );
  return new Map(rows.map((row) => [String(row[0]), row[1] as SightFacts]));
}

/**
 * R2: whether a right may have ended after an event, so that what was loaded at it may be no longer theirs: a membership of this
 * person, their days as a deputy, the boss for whom they act, or what a role or the tree of units made it reach. Asked of who
 * has no right now; should they have had none then either, they load anew for nothing. Days end at the company's midnight.
 */
export async function lostRightSince(reader: Reader, userId: string, since: string): Promise<boolean> {
  const sql = new Sql();
  const [user, then] = [sql.id(userId), `(select e.at from event e where e.id = ${sql.id(since)})`];
  const midnight = "((d.to_day + 1)::timestamp at time zone (select time_zone from company))";
  const whose = `(${user}, (select d.boss_id from deputy d where d.user_id = ${user} and d.boss_id = m.user_id limit 1))`;
  const [row] = await reader.rows(
    // By the order of events: two instants of one transaction differ by a millisecond now and then.
    `/* lostRightSince */ select exists (select from event e join membership m on m.id = e.entity_id
       where e.id > ${sql.id(since)} and e.kind = 'MEMBER_REMOVED' and m.user_id in ${whose})
       or exists (select from event e join deputy d on d.boss_id = e.entity_id
         where e.id > ${sql.id(since)} and e.kind = 'USER_DEACTIVATED' and d.user_id = ${user})
       or exists (select from event e join deputy d on d.id = e.entity_id
         where e.id > ${sql.id(since)} and e.kind = 'DEPUTY_ENDED' and d.user_id = ${user})
       or exists (select from event e where e.id > ${sql.id(since)}
         and (e.kind = 'UNIT_MOVED' or e.kind = 'ROLE_EDITED' and e.changes @> '[{"field": "reach"}]'))
       or exists (select from deputy d where d.user_id = ${user} and d.ended_at is null
         and ${midnight} > ${then} and ${midnight} <= now())`,
    sql.values,
  );
  return row?.[0] === true;
}

/** The newest event that is visible now. */
export async function newestEvent(reader: Reader): Promise<bigint> {
  const [row] = await reader.rows("/* newestEvent */ select last_event from clock", []);
  return BigInt(row?.[0] as string);
}
