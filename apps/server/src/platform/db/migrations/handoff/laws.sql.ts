/** L3, H2, H3 and L4, held by the database for whoever writes, the application included. */
export const HANDOFF_LAW_SQL = `
-- H2: an end is an end, and what a hand-off was begun as, it stays.
create function handoff_goes_on() returns trigger language plpgsql as $$
begin
  if old.state <> 'PENDING' then
    raise exception 'H2: a hand-off that has ended stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.issue_id, new.from_unit_id, new.to_unit_id, new.started_by, new.started_at, new.comment, new.with_sub_issues)
    is distinct from
    (old.issue_id, old.from_unit_id, old.to_unit_id, old.started_by, old.started_at, old.comment, old.with_sub_issues) then
    raise exception 'H2: a hand-off stays what it was begun as' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger handoff_goes_on before update on handoff for each row execute function handoff_goes_on();

-- L3: completed by its last step, or along with one that was completed in this transaction; and by nothing else.
create function handoff_completed() returns trigger language plpgsql as $$
begin
  new.completed_in := null;
  if new.state <> 'ACCEPTED' then return new; end if;
  if new.carried_by is null then
    if tg_op = 'INSERT' or not exists (select from handoff_step s where s.handoff_id = new.id)
      or exists (select from handoff_step s where s.handoff_id = new.id and s.state <> 'ACCEPTED') then
      raise exception 'L3: a hand-off is completed by the last of its steps' using errcode = 'integrity_constraint_violation';
    end if;
  elsif not exists (select from handoff h where h.id = new.carried_by and h.with_sub_issues
      and h.from_unit_id = new.from_unit_id and h.to_unit_id = new.to_unit_id
      and h.completed_in = pg_current_xact_id()::text::bigint) then
    raise exception 'L3: an issue travels along with a hand-off that is completed now, or not at all'
      using errcode = 'integrity_constraint_violation';
  end if;
  new.completed_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger handoff_completed before insert or update on handoff for each row execute function handoff_completed();

-- H2: one answer a step, while it has its turn.
create function handoff_step_goes_on() returns trigger language plpgsql as $$
begin
  if (new.handoff_id, new.position, new.unit_id) is distinct from (old.handoff_id, old.position, old.unit_id)
    or (old.state <> 'PENDING' and new is distinct from old) then
    raise exception 'H2: a step that was answered stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state <> 'PENDING' and (not old.current or new.current) then
    raise exception 'H2: a step is answered when it has its turn' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger handoff_step_goes_on before update on handoff_step for each row execute function handoff_step_goes_on();

create function unit_stays() returns trigger language plpgsql as $$
begin
  if not exists (select from handoff h where h.issue_id = new.id and h.from_unit_id = old.unit_id
      and h.to_unit_id = new.unit_id and h.completed_in = pg_current_xact_id()::text::bigint) then
    raise exception 'L3: an issue changes its unit by a completed hand-off only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger unit_stays before update of unit_id on issue for each row when (new.unit_id <> old.unit_id)
  execute function unit_stays();

create function issue_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'H3: an issue in transit keeps its conditions, status and assignee'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger issue_is_frozen before update on issue for each row
  when (old.step_unit_id is not null and new.step_unit_id is not null
    and (old.unit_id, old.title, old.description, old.type, old.priority, old.status_id, old.assignee_id, old.parent_id,
      old.label_ids, old.estimate, old.value, old.start_date, old.due_date, old.resolution, old.archived, old.closed_at)
    is distinct from
      (new.unit_id, new.title, new.description, new.type, new.priority, new.status_id, new.assignee_id, new.parent_id,
      new.label_ids, new.estimate, new.value, new.start_date, new.due_date, new.resolution, new.archived, new.closed_at))
  execute function issue_is_frozen();

-- Whether it is in transit follows from its hand-off, and is set by nobody.
create function step_unit_follows() returns trigger language plpgsql as $$
begin
  if exists (select from issue i where i.id = new.id and i.step_unit_id is distinct from (
      select s.unit_id from handoff h join handoff_step s on s.handoff_id = h.id and s.current
      where h.issue_id = i.id and h.state = 'PENDING')) then
    raise exception 'H3: an issue is in transit while its hand-off is pending' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger step_unit_follows after update of step_unit_id on issue deferrable initially deferred
  for each row when (old.step_unit_id is distinct from new.step_unit_id) execute function step_unit_follows();

-- A pending hand-off has a step whose turn it is, and one that has ended has none.
create function handoff_has_turn() returns trigger language plpgsql as $$
begin
  if exists (select from handoff h where h.id = new.id
      and (h.state = 'PENDING') <> exists (select from handoff_step s where s.handoff_id = h.id and s.current)) then
    raise exception 'H2: it is the turn of one step while a hand-off is pending' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger handoff_has_turn after insert or update on handoff deferrable initially deferred
  for each row execute function handoff_has_turn();

-- L4: at its end a changed hand-off has the event that tells of it.
create function handoff_is_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.last_event = old.last_event or not exists (
      select from event e where e.id = new.last_event and e.entity = 'handoff' and e.entity_id = new.id) then
    raise exception 'L4: a change of a hand-off has its event' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger handoff_is_told after insert or update on handoff deferrable initially deferred
  for each row execute function handoff_is_told();

-- L4: a step is a part of its hand-off: whoever changes one changes the other, with one event for both.
create function handoff_step_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from handoff h where h.id = new.handoff_id and h.xmin = pg_current_xact_id()::xid) then
    raise exception 'L4: a change of a step has its event' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger handoff_step_is_told after insert or update on handoff_step deferrable initially deferred
  for each row execute function handoff_step_is_told();
`;
