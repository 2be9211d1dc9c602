/** The log of all changes (I8, I9, L4): append-only, one partition a month. */
export const EVENT_SQL = `
create table event (
  id bigint not null,
  at timestamptz(3) not null,
  -- The first event of the action: shared by all that one action changed (I6).
  operation bigint not null,
  actor_id bigint references app_user,
  -- The boss for whom a deputy acted (section 1).
  on_behalf_of bigint,
  address inet,
  kind text not null,
  entity text not null,
  entity_id bigint not null,
  issue_id bigint references issue,
  client_mutation_id text,
  changes jsonb not null default '[]',
  -- Facts that sight hung on when it happened, so that a replay decides as the live stream did (I9).
  unit_id bigint,
  assignee_id bigint,
  author_id bigint,
  unit_before bigint,
  assignee_before bigint,
  -- The unit of an internal comment; null: no internal comment.
  internal_unit_id bigint,
  primary key (id, at)
) partition by range (at);
create index event_issue on event (issue_id, id) where issue_id is not null;
create index event_unit on event (unit_id, id) where unit_id is not null;
create index event_unit_before on event (unit_before, id) where unit_before is not null;
create index event_actor on event (actor_id, id);
-- Of last resort: holds what comes when a month was not made ahead.
create table event_rest partition of event default;

create function event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'L4: the event log is append-only' using errcode = 'insufficient_privilege';
end $$;

-- The owner's work, callable by the application: makes partitions, can do nothing else.
create function ensure_event_partitions(first_month date, months int) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare month date; part text;
begin
  for n in 0 .. months - 1 loop
    month := (date_trunc('month', first_month) + make_interval(months => n))::date;
    part := 'event_' || to_char(month, 'YYYY_MM');
    if to_regclass(part) is null then
      execute format('create table %I partition of event for values from (%L) to (%L)', part,
        month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
      execute format('create trigger event_stays_truncate before truncate on %I execute function event_stays()', part);
    end if;
  end loop;
end $$;
`;
