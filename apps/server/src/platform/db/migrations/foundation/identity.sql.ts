/** Who is who (section 10): secrets are kept as hashes only, and what has ended stays, with the time of its end. */
export const IDENTITY_SQL = `
create table credential (
  user_id bigint primary key references app_user,
  password_hash text not null,
  changed_at timestamptz(3) not null default now()
);

create table session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  user_id bigint not null references app_user,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  address inet,
  device text
);
create index session_by_user on session (user_id) where ended_at is null;

create table api_token (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  user_id bigint not null references app_user,
  name text not null,
  scopes text[] not null check (scopes <@ array['READ', 'WRITE']),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index api_token_user on api_token (user_id);

-- An end, or another time of expiry, must reach every server: their caches hold under this version.
create trigger session_version after update of ended_at, expires_at on session execute function raise_session_version();
create trigger session_version after update of revoked_at, expires_at on api_token execute function raise_session_version();

create table invitation (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  user_id bigint not null references app_user,
  created_by bigint not null references app_user,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  replaced_at timestamptz(3),
  mailed_at timestamptz(3)
);
create index invitation_user on invitation (user_id);

create table setup_link (
  id smallint primary key default 1 check (id = 1),
  token_hash bytea not null,
  created_at timestamptz(3) not null default now(),
  -- The demo company is being made by whoever holds the link: a kill amid it leaves the link open.
  claimed_at timestamptz(3),
  used_at timestamptz(3)
);

create table login_attempt (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  login text not null,
  address inet not null,
  outcome text not null check (outcome in ('SUCCESS', 'FAILURE', 'BANNED', 'BLOCKED')),
  user_id bigint references app_user
);
create index login_attempt_pair on login_attempt (login, address, at desc);
create index login_attempt_address on login_attempt (address, at desc);

-- What a repeat with the same clientMutationId answers with, for 24 hours.
create table client_mutation (
  user_id bigint not null references app_user,
  client_mutation_id text not null,
  input_hash bytea not null,
  record_id text not null,
  created_at timestamptz(3) not null default now(),
  primary key (user_id, client_mutation_id)
);
create index client_mutation_age on client_mutation (created_at);
`;
