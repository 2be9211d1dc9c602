/**
 * Whom events concern (B4), kept by the database from `event.concerned_ids`, and what of it was read: no records (L4). An
 * index of one person's notices by age is a page of them at once; the log itself has no order by person.
 */
export const NOTICE_SQL = `
create table notice (
  user_id bigint not null references app_user,
  event_id bigint not null,
  -- When it happened: the log is parted by it.
  at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (user_id, event_id)
);
create index notice_unread on notice (user_id, event_id) where read_at is null;

-- B4: nobody is told of their own act.
create function keep_notices() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notice (user_id, event_id, at)
    select distinct u.id, new.id, new.at from unnest(new.concerned_ids) u(id)
    where u.id is not null and u.id is distinct from new.actor_id;
  return null;
end $$;
create trigger keep_notices after insert on event for each row when (new.concerned_ids is not null)
  execute function keep_notices();

insert into notice (user_id, event_id, at)
  select distinct u.id, e.id, e.at from event e, unnest(e.concerned_ids) u(id)
  where u.id is not null and u.id is distinct from e.actor_id;

-- Nobody makes one up, and nothing of one changes but that it was read.
grant select on notice to stafeta_app;
grant update (read_at) on notice to stafeta_app;
revoke execute on function keep_notices() from public;
`;
