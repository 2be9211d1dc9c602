/** The company: its unit tree, people, roles, memberships, statuses and labels (sections 1 and 2). */
export const ORG_SQL = `
create table company (
  id smallint primary key default 1 check (id = 1),
  time_zone text not null default 'UTC',
  locale text not null default 'en' check (locale in ('en', 'ru', 'hu')),
  created_at timestamptz(3) not null default now()
);

create table app_user (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  email text not null,
  email_normal text not null unique,
  active boolean not null default true,
  admin boolean not null default false,
  avatar_url text,
  locale text not null default 'en' check (locale in ('en', 'ru', 'hu')),
  time_zone text not null default 'UTC',
  created_at timestamptz(3) not null default now()
);

create table unit (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('COMPANY', 'DIVISION', 'DEPARTMENT', 'PROJECT')),
  parent_id bigint references unit,
  archived boolean not null default false,
  sprint_length_days int not null default 14 check (sprint_length_days between 1 and 60),
  created_at timestamptz(3) not null default now(),
  check ((parent_id is null) = (kind = 'COMPANY'))
);
create unique index unit_one_root on unit ((true)) where parent_id is null;
create index unit_parent on unit (parent_id);

-- Apart from the unit: a new issue must not raise the company's version.
create table unit_counter (
  unit_id bigint primary key references unit,
  last_number int not null default 0
);

create table role (
  id bigint generated always as identity primary key,
  name text not null unique,
  built_in boolean not null default false,
  base text not null check (base in ('MANAGER', 'DEVELOPER', 'REPORTER', 'ANALYST'))
);
insert into role (name, built_in, base) values
  ('Manager', true, 'MANAGER'), ('Developer', true, 'DEVELOPER'), ('Reporter', true, 'REPORTER'), ('Analyst', true, 'ANALYST');

create table membership (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  user_id bigint not null references app_user,
  role_id bigint not null references role,
  since timestamptz(3) not null default now(),
  ended_at timestamptz(3)
);
create unique index membership_once on membership (unit_id, user_id, role_id) where ended_at is null;
create index membership_user on membership (user_id) where ended_at is null;

create table status (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text not null check (name <> ''),
  category text not null check (category in ('BACKLOG', 'TODO', 'IN_PROGRESS', 'RESOLVED', 'CLOSED')),
  position int not null,
  unique (unit_id, position)
);

create table label (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text not null check (name <> ''),
  color text not null
);
create unique index label_name on label (unit_id, lower(name));

create trigger company_version after insert or update or delete on company execute function raise_company_version();
create trigger company_version after insert or update or delete on app_user execute function raise_company_version();
create trigger company_version after insert or update or delete on unit execute function raise_company_version();
create trigger company_version after insert or update or delete on role execute function raise_company_version();
create trigger company_version after insert or update or delete on membership execute function raise_company_version();
create trigger company_version after insert or update or delete on status execute function raise_company_version();
create trigger company_version after insert or update or delete on label execute function raise_company_version();
`;
