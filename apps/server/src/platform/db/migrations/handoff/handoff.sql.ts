/** The passage of an issue from one unit to another, in steps (section 4). */
export const HANDOFF_SQL = `
alter table company add column handoff_policy text not null default 'HEADS'
  check (handoff_policy in ('HEADS', 'VIA_COMMON_HEAD'));
alter table unit add column handoff_policy text check (handoff_policy in ('HEADS', 'VIA_COMMON_HEAD')),
  -- Working days that a step may wait before its heads are reminded (H6).
  add column step_limit_days int not null default 2 check (step_limit_days between 1 and 60);

create table handoff (
  id bigint generated always as identity primary key,
  issue_id bigint not null references issue,
  from_unit_id bigint not null references unit,
  to_unit_id bigint not null references unit,
  state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  started_by bigint not null references app_user,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  comment text,
  with_sub_issues boolean not null default false,
  -- The hand-off of an issue above that this one travelled along with; it has no steps of its own (H4).
  carried_by bigint references handoff check (carried_by <> id),
  -- The transaction that completed it, which alone may change the issue's unit by it (L3).
  completed_in bigint,
  last_event bigint not null,
  check (from_unit_id <> to_unit_id),
  check ((state = 'PENDING') = (ended_at is null)),
  check ((state = 'ACCEPTED') = (completed_in is not null)),
  check (carried_by is null or state = 'ACCEPTED')
);
-- H2: one at a time.
create unique index handoff_pending on handoff (issue_id) where state = 'PENDING';
create index handoff_issue on handoff (issue_id, id);
create index handoff_to on handoff (to_unit_id) where state = 'PENDING';
create index handoff_carried on handoff (carried_by) where carried_by is not null;

create table handoff_step (
  id bigint generated always as identity primary key,
  handoff_id bigint not null references handoff,
  position int not null check (position > 0),
  unit_id bigint not null references unit,
  state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED')),
  -- Whether it is this step's turn.
  current boolean not null default false,
  -- When its turn came.
  turn_at timestamptz(3),
  acted_by bigint references app_user,
  acted_at timestamptz(3),
  reason text,
  comment text,
  -- H6: when its heads were reminded, and when the head above was told; once each.
  reminded_at timestamptz(3),
  escalated_at timestamptz(3),
  unique (handoff_id, position),
  check ((state = 'PENDING') = (acted_by is null)),
  check ((acted_by is null) = (acted_at is null)),
  check (state <> 'REFUSED' or reason <> ''),
  check (not current or (state = 'PENDING' and turn_at is not null)),
  check (escalated_at is null or reminded_at is not null)
);
create unique index handoff_step_current on handoff_step (handoff_id) where current;
-- The inboxes of heads, and what has waited too long (H5, H6).
create index handoff_step_turn on handoff_step (unit_id, turn_at) where current;

-- R8, H5: who follows an issue for ever because they began its hand-off or acted on a step of one.
create table issue_follower (
  user_id bigint not null references app_user,
  issue_id bigint not null references issue,
  since timestamptz(3) not null,
  primary key (user_id, issue_id)
);
create index issue_follower_issue on issue_follower (issue_id);

grant select, insert, update on handoff, handoff_step to stafeta_app;
grant select, insert on issue_follower to stafeta_app;
`;
