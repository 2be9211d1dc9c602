/** L2 and L5, held by the database for whoever writes, the application included. */
export const CLOSING_LAW_SQL = `
-- Whom the transaction names as its actor (section 3); null: nobody.
create function acting() returns bigint language sql stable
  as $$ select nullif(current_setting('stafeta.actor', true), '')::bigint $$;

/* Section 1: the boss, or a deputy on one of their days, in the company's time zone. The server decides by a moment between the
   transaction's beginning and now, so a day that either of the two lies in is a deputy's day. */
create function may_close(person bigint) returns boolean language sql stable as $$
  with boss as materialized (
    select m.user_id from membership m
    join unit u on u.id = m.unit_id and u.parent_id is null
    join role r on r.id = m.role_id and r.built_in and r.base = 'MANAGER'
    join app_user p on p.id = m.user_id and p.active
    where m.ended_at is null)
  select exists (select from boss where user_id = person)
    or exists (select from deputy d join app_user p on p.id = d.user_id and p.active cross join company c
      where d.user_id = person and d.ended_at is null and d.boss_id in (select user_id from boss)
        and d.from_day <= (clock_timestamp() at time zone c.time_zone)::date
        and d.to_day >= (now() at time zone c.time_zone)::date)
$$;

-- The trigger is that of the issue's unit (foundation): it knows the status, so it asks of L2, L5 and I3 as well.
create or replace function check_issue_unit() returns trigger language plpgsql as $$
declare
  category_now text;
  category_before text;
begin
  select s.category into category_now from status s where s.id = new.status_id and s.unit_id = new.unit_id;
  if not found then
    raise exception 'the status of an issue must be one of its unit' using errcode = 'integrity_constraint_violation';
  end if;
  if new.label_ids <> '{}' and exists (
    select from unnest(new.label_ids) l(id) where not exists (
      select from label where label.id = l.id and label.unit_id = new.unit_id)) then
    raise exception 'the labels of an issue must be known in its unit' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' then
    if (new.status_id, new.resolution, new.closed_at, new.archived)
      is not distinct from (old.status_id, old.resolution, old.closed_at, old.archived) then
      return new;
    end if;
    select s.category into category_before from status s where s.id = old.status_id;
  end if;
  if (category_now = 'CLOSED') is distinct from coalesce(category_before = 'CLOSED', false)
    and may_close(acting()) is not true then
    raise exception 'L2: only a boss or a deputy closes an issue or reopens it' using errcode = 'insufficient_privilege';
  end if;
  if (new.resolution is not null) <> (category_now in ('RESOLVED', 'CLOSED')) then
    raise exception 'L5: what is done has a resolution, and nothing else has' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.closed_at is not null) <> (category_now = 'CLOSED') then
    raise exception 'L2: what is closed has the time of its closing, and nothing else has'
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.archived and category_now <> 'CLOSED' then
    raise exception 'L5: only a closed issue is archived' using errcode = 'integrity_constraint_violation';
  end if;
  if new.archived is distinct from coalesce(old.archived, false) and may_close(acting()) is not true then
    raise exception 'L5: only a boss or a deputy archives' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger check_issue_unit on issue;
create trigger check_issue_unit before insert or update of unit_id, status_id, label_ids, resolution, closed_at, archived on issue
  for each row execute function check_issue_unit();

-- L2: who closed or reopened it is said by an event of this transaction, so an actor who is named for a moment is not enough.
create function closing_is_told() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from event e where e.issue_id = new.id and e.xmin = pg_current_xact_id()::xid
      and e.changes @> '[{"field": "status"}]' and may_close(e.actor_id)) then
    raise exception 'L2: the event of a closing or a reopening names a boss or a deputy' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger closing_is_told_insert after insert on issue deferrable initially deferred
  for each row when (new.closed_at is not null) execute function closing_is_told();
create constraint trigger closing_is_told_update after update of closed_at on issue deferrable initially deferred
  for each row when ((old.closed_at is null) <> (new.closed_at is null)) execute function closing_is_told();

-- L2: nor are all issues of a status closed, or reopened, at one blow.
create function status_category_stays() returns trigger language plpgsql as $$
begin
  if exists (select from issue i where i.unit_id = old.unit_id and i.status_id = old.id) then
    raise exception 'L2: a status that issues are in keeps its category and its unit'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger status_category_stays before update on status
  for each row when ((old.id, old.category, old.unit_id) is distinct from (new.id, new.category, new.unit_id))
  execute function status_category_stays();
`;
