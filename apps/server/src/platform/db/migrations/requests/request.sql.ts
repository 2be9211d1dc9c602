/** H6: what is asked of an issue's heads. A fact is added and decided once; nothing of it is ever taken away. */
export const REQUEST_SQL = `
create table issue_request (
  id bigint generated always as identity primary key,
  issue_id bigint not null references issue,
  -- Whose heads were asked.
  unit_id bigint not null references unit,
  asked_by bigint not null references app_user,
  asked_at timestamptz(3) not null,
  kind text not null check (kind in ('MOVE', 'EDIT', 'ASSIGN', 'HAND_OFF', 'CANCEL')),
  -- What is to be done, as data; in the domain: RequestedAct.
  act jsonb not null check (jsonb_typeof(act) = 'object' and act->>'kind' = kind),
  -- Which state of the issue it is based on (I5).
  revision int not null,
  comment text check (comment <> ''),
  state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'OBSOLETE')),
  decided_by bigint references app_user,
  decided_at timestamptz(3),
  reason text,
  last_event bigint not null,
  check ((state = 'PENDING') = (decided_at is null)),
  check ((state in ('ACCEPTED', 'REFUSED', 'WITHDRAWN')) = (decided_by is not null)),
  check (state <> 'WITHDRAWN' or decided_by = asked_by),
  check ((state = 'REFUSED') = (reason is not null)),
  check (reason <> '')
);
-- The same is asked once at a time.
create unique index issue_request_once on issue_request (issue_id, asked_by, md5(act::text)) where state = 'PENDING';
create index issue_request_issue on issue_request (issue_id, id);
create index issue_request_asker on issue_request (asked_by, id);
-- The inboxes of heads.
create index issue_request_unit on issue_request (unit_id, asked_at) where state = 'PENDING';
grant select, insert, update on issue_request to stafeta_app;
`;

/** H6 and L4, held by the database for whoever writes, the application included. */
export const REQUEST_LAW_SQL = `
create function request_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'PENDING' or not exists (select from issue i where i.id = new.issue_id and i.unit_id = new.unit_id) then
    raise exception 'H6: a request begins pending, and asks the heads of the unit in which the issue is'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger request_begins before insert on issue_request for each row execute function request_begins();

-- H6: it is decided once, and what was asked stays what it was.
create function request_goes_on() returns trigger language plpgsql as $$
begin
  if old.state <> 'PENDING' then
    raise exception 'H6: a request that was decided stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.id, new.issue_id, new.unit_id, new.asked_by, new.asked_at, new.kind, new.act, new.revision, new.comment)
    is distinct from
    (old.id, old.issue_id, old.unit_id, old.asked_by, old.asked_at, old.kind, old.act, old.revision, old.comment) then
    raise exception 'H6: a request stays what was asked' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'OBSOLETE' and not exists (
      select from issue i join status s on s.id = i.status_id
      where i.id = new.issue_id and (i.unit_id <> new.unit_id or s.category = 'CLOSED')) then
    raise exception 'H6: a request ends by itself only with its issue' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger request_goes_on before update on issue_request for each row execute function request_goes_on();

-- H6: those who were asked can do nothing more about an issue that is closed or gone to another unit. What ends the requests is
-- told by the event that closed or moved the issue, whose id they keep (L4).
create function requests_end() returns trigger language plpgsql as $$
begin
  update issue_request set state = 'OBSOLETE', decided_at = new.updated_at, last_event = new.last_event
  where issue_id = new.id and state = 'PENDING'
    and (new.unit_id <> old.unit_id or exists (select from status s where s.id = new.status_id and s.category = 'CLOSED'));
  return null;
end $$;
create trigger requests_end after update of unit_id, status_id on issue for each row
  when (new.unit_id <> old.unit_id or new.status_id <> old.status_id) execute function requests_end();

-- L4: at its end a changed request has the event that tells of it.
create function request_is_told() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.last_event = old.last_event or not exists (
      select from event e where e.id = new.last_event and e.issue_id = new.issue_id
        and (new.state = 'OBSOLETE' or e.entity = 'request' and e.entity_id = new.id)) then
    raise exception 'L4: a change of a request has its event' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger request_is_told after insert or update on issue_request deferrable initially deferred
  for each row execute function request_is_told();
`;
