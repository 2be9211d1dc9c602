/**
 * One row that all order hangs on. Whoever changes a record locks it first, so changes happen one after another and
 * event ids grow in the order in which changes become visible (I9); readers take its versions along with their data.
 */
export const CLOCK_SQL = `
create table clock (
  id smallint primary key default 1 check (id = 1),
  last_event bigint not null default 0,
  company_version bigint not null default 1,
  session_version bigint not null default 1
);
insert into clock default values;

-- Statement level: whoever changes units, people, memberships, statuses or labels, psql included, raises the version.
create function raise_company_version() returns trigger language plpgsql as $$
begin
  update clock set company_version = company_version + 1;
  perform pg_notify('stafeta', 'company');
  return null;
end $$;

create function raise_session_version() returns trigger language plpgsql as $$
begin
  update clock set session_version = session_version + 1;
  perform pg_notify('stafeta', 'sessions');
  return null;
end $$;
`;
