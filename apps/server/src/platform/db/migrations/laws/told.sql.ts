/** The columns of an issue that are no kept counter and follow from no other record. */
const ISSUE_COLUMNS = `key, key_prefix, key_number, unit_id, title, description, type, priority, status_id, author_id, assignee_id,
  parent_id, label_ids, estimate, value, start_date, due_date, rank, resolution, archived, created_at, updated_at, closed_at,
  revision, last_event`;

interface Told {
  readonly table: string;
  /** What its events name it by, and the column of that id. */
  readonly entity: string;
  readonly id: string;
  /** Left out: a change of any column is one of the record. */
  readonly columns?: string;
}

/** A part of a record is told of by an event of the whole: statuses come with their unit, a password is a person's. */
const TOLD: readonly Told[] = [
  { table: "app_user", entity: "user", id: "id" },
  { table: "credential", entity: "user", id: "user_id" },
  // Whether its mail went out is noted after the mail, and is no change of it.
  {
    table: "invitation",
    entity: "user",
    id: "user_id",
    columns: "token_hash, user_id, created_by, created_at, expires_at, used_at, replaced_at",
  },
  // When it was last used is a mark, as a session's is.
  {
    table: "api_token",
    entity: "apiToken",
    id: "id",
    columns: "token_hash, user_id, name, scopes, created_at, expires_at, revoked_at",
  },
  { table: "unit", entity: "unit", id: "id" },
  { table: "status", entity: "unit", id: "unit_id" },
  { table: "label", entity: "label", id: "id" },
  { table: "role", entity: "role", id: "id" },
  { table: "membership", entity: "membership", id: "id" },
  { table: "deputy", entity: "deputy", id: "id" },
  { table: "company", entity: "company", id: "id" },
];

/** A deferred trigger `is_told`, by which a test knows that the table is under L4. */
function isTold({ table, columns }: Pick<Told, "table" | "columns">, call: string): string {
  const update = columns === undefined ? "update" : `update of ${columns}`;
  return `create constraint trigger is_told after insert or ${update} on ${table} deferrable initially deferred
    for each row execute function ${call};`;
}

/** L4: at the end of a transaction each changed record has an event that tells of it, written in this transaction. */
export const TOLD_SQL = `
-- Issues keep the id of their newest event; of all others the events are found by what they are about.
create index event_record on event (entity, entity_id) where entity <> 'issue';

create function untold(what text, id bigint) returns void language plpgsql as $$
begin
  raise exception 'L4: a change of % % has its event', what, id using errcode = 'integrity_constraint_violation';
end $$;

/* The newest event is of this transaction, and its time is that of the change: by both it is found in one month's partition,
   and one plan does for all. */
create function issue_has_event(of_issue bigint) returns boolean language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  newest bigint;
  changed timestamptz;
begin
  select i.last_event, i.updated_at into newest, changed from issue i where i.id = of_issue;
  return exists (select from event e where e.id = newest and e.at = changed and e.issue_id = of_issue
    and e.xmin = pg_current_xact_id()::xid);
end $$;

create function has_event(of_entity text, of_id bigint) returns boolean language plpgsql
  set plan_cache_mode = force_generic_plan as $$
begin
  return exists (select from event e where e.entity = of_entity and e.entity <> 'issue' and e.entity_id = of_id
    and e.xmin = pg_current_xact_id()::xid);
end $$;

create function issue_is_told() returns trigger language plpgsql as $$
begin
  if not issue_has_event(new.id) then perform untold('issue', new.id); end if;
  return null;
end $$;
${isTold({ table: "issue", columns: ISSUE_COLUMNS }, "issue_is_told()")}

-- Who held it, and who follows it, are parts of an issue.
create function part_of_issue_is_told() returns trigger language plpgsql as $$
begin
  if not issue_has_event(new.issue_id) then perform untold(tg_table_name || ' of issue', new.issue_id); end if;
  return null;
end $$;
${isTold({ table: "issue_holder" }, "part_of_issue_is_told()")}
${isTold({ table: "issue_follower" }, "part_of_issue_is_told()")}

-- I2: each of the two issues shows it.
create function relation_is_told() returns trigger language plpgsql as $$
begin
  if not (issue_has_event(new.from_id) and issue_has_event(new.to_id)) then perform untold('relation', new.id); end if;
  return null;
end $$;
${isTold({ table: "relation" }, "relation_is_told()")}

create function comment_is_told() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from event e where e.entity = 'comment' and e.entity <> 'issue' and e.entity_id = new.id
      and e.issue_id = new.issue_id and e.at = coalesce(new.edited_at, new.created_at)
      and e.xmin = pg_current_xact_id()::xid) then
    perform untold('comment', new.id);
  end if;
  return null;
end $$;
${isTold({ table: "comment" }, "comment_is_told()")}

create function is_told() returns trigger language plpgsql as $$
declare
  id bigint := (to_jsonb(new) ->> tg_argv[1])::bigint;
begin
  if not has_event(tg_argv[0], id) then perform untold(tg_argv[0], id); end if;
  return null;
end $$;
${TOLD.map((told) => isTold(told, `is_told('${told.entity}', '${told.id}')`)).join("\n")}

-- As before, and by an event of this transaction: one that told of an earlier change tells nothing of this one.
create or replace function handoff_is_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.last_event = old.last_event or not exists (
      select from event e where e.id = new.last_event and e.entity = 'handoff' and e.entity_id = new.id
        and e.xmin = pg_current_xact_id()::xid) then
    raise exception 'L4: a change of a hand-off has its event' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create or replace function request_is_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.last_event = old.last_event or not exists (
      select from event e where e.id = new.last_event and e.issue_id = new.issue_id and e.xmin = pg_current_xact_id()::xid
        and (new.state = 'OBSOLETE' or e.entity = 'request' and e.entity_id = new.id)) then
    raise exception 'L4: a change of a request has its event' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger request_is_told on issue_request;
${isTold({ table: "issue_request" }, "request_is_told()")}
drop trigger handoff_is_told on handoff;
${isTold({ table: "handoff" }, "handoff_is_told()")}
drop trigger handoff_step_is_told on handoff_step;
${isTold({ table: "handoff_step" }, "handoff_step_is_told()")}
`;

/** A temporary table of the same name would else be looked into first: laws ask the company's own tables. */
export const SEARCH_PATH_SQL = `
do $$
declare
  law regprocedure;
begin
  for law in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace
      and (p.prorettype = 'trigger'::regtype or p.proname in ('issue_has_event', 'has_event')) loop
    execute format('alter function %s set search_path = public, pg_temp', law);
  end loop;
end $$;
`;
