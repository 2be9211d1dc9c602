/** What is kept beside the records, so that reads and replays need not look for it. */
export const HANDOFF_FACT_SQL = `
-- The unit of the current step; null: the issue is not in transit (H3). Sight of step heads hangs on it (R10).
alter table issue add column step_unit_id bigint references unit;
create index issue_step_unit on issue (step_unit_id) where step_unit_id is not null;

-- As with unit and assignee: sight hung on it when the event happened (I9).
alter table event add column step_unit_id bigint, add column step_unit_before bigint,
  -- Whom the change concerns, beside who sees it: heads whose turn it is, a new holder (B4).
  add column concerned_ids bigint[];

-- The issue is in transit while, and only while, a step of its pending hand-off has its turn.
create function keep_step_unit() returns trigger language plpgsql as $$
begin
  update issue i set step_unit_id = (
    select s.unit_id from handoff h join handoff_step s on s.handoff_id = h.id and s.current
    where h.issue_id = i.id and h.state = 'PENDING')
  where i.id = (select h.issue_id from handoff h where h.id = new.handoff_id);
  return null;
end $$;
create trigger keep_step_unit_insert after insert on handoff_step for each row when (new.current)
  execute function keep_step_unit();
create trigger keep_step_unit_update after update of current on handoff_step for each row
  when (old.current is distinct from new.current) execute function keep_step_unit();

create function follow_begun() returns trigger language plpgsql as $$
begin
  insert into issue_follower (user_id, issue_id, since) values (new.started_by, new.issue_id, new.started_at)
    on conflict do nothing;
  return null;
end $$;
create trigger follow_begun after insert on handoff for each row execute function follow_begun();

create function follow_acted() returns trigger language plpgsql as $$
begin
  insert into issue_follower (user_id, issue_id, since)
    select new.acted_by, h.issue_id, new.acted_at from handoff h where h.id = new.handoff_id on conflict do nothing;
  return null;
end $$;
create trigger follow_acted_insert after insert on handoff_step for each row when (new.acted_by is not null)
  execute function follow_acted();
create trigger follow_acted_update after update of acted_by on handoff_step for each row
  when (old.acted_by is null and new.acted_by is not null) execute function follow_acted();
`;
