/** Section 1: who acts for a boss between two days, both included, in the company's time zone. */
export const DEPUTY_SQL = `
create table deputy (
  id bigint generated always as identity primary key,
  user_id bigint not null references app_user,
  boss_id bigint not null references app_user,
  from_day date not null,
  to_day date not null,
  created_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  check (user_id <> boss_id),
  check (from_day <= to_day)
);
create unique index deputy_once on deputy (boss_id, user_id, from_day, to_day) where ended_at is null;
create index deputy_user on deputy (user_id) where ended_at is null;
create trigger company_version after insert or update or delete on deputy execute function raise_company_version();
grant select, insert, update on deputy to stafeta_app;
`;
