/** Issues, who held them, and what was said on them (sections 2 and 5). */
export const ISSUE_SQL = `
create table issue (
  id bigint generated always as identity primary key,
  -- The key is given once: it keeps the unit of its creation (section 1).
  key text not null unique,
  key_prefix text not null,
  key_number int not null,
  unit_id bigint not null references unit,
  title text not null check (title <> ''),
  description text,
  type text not null default 'TASK' check (type in ('TASK', 'BUG', 'STORY', 'CLAIM', 'REQUEST')),
  priority smallint not null default 1 check (priority between 0 and 3),
  status_id bigint not null references status,
  author_id bigint not null references app_user,
  assignee_id bigint references app_user,
  parent_id bigint references issue check (parent_id <> id),
  label_ids bigint[] not null default '{}',
  estimate numeric check (estimate >= 0),
  value numeric check (value >= 0),
  start_date date,
  due_date date,
  -- One total order over the company, by code units (I4). Deferrable: a neighbourhood gets new ranks together.
  rank text collate "C" not null unique deferrable,
  resolution text check (resolution in ('DONE', 'CANCELLED', 'DUPLICATE')),
  archived boolean not null default false,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  closed_at timestamptz(3),
  revision int not null default 1,
  last_event bigint not null,
  -- Kept counters (PERFORMANCE.md, "Counters and rights"): right only for who may see all that is counted.
  comment_count int not null default 0,
  internal_here_count int not null default 0,
  internal_elsewhere_count int not null default 0,
  child_here_count int not null default 0,
  child_elsewhere_count int not null default 0,
  -- Not shown to anybody: whether the issue can be resolved (I1).
  unfinished_child_count int not null default 0,
  unique (key_prefix, key_number)
-- Room for counters to change in place, without touching an index.
) with (fillfactor = 80);
create index issue_board on issue (unit_id, status_id, rank) where not archived;
create index issue_parent on issue (parent_id) where parent_id is not null;
create index issue_assignee on issue (assignee_id, unit_id) where assignee_id is not null;
create index issue_author on issue (author_id);
create index issue_unit_assignee on issue (unit_id, assignee_id);
create index issue_unit_updated on issue (unit_id, updated_at desc);
create index issue_created on issue (created_at desc, id desc);
create index issue_labels on issue using gin (label_ids);

-- R8: past holders are kept from the first day. One row a stretch of holding.
create table issue_holder (
  id bigint generated always as identity primary key,
  issue_id bigint not null references issue,
  user_id bigint not null references app_user,
  since timestamptz(3) not null,
  until timestamptz(3)
);
create index issue_holder_user on issue_holder (user_id, issue_id);
create index issue_holder_issue on issue_holder (issue_id);
create unique index issue_holder_now on issue_holder (issue_id) where until is null;

create table comment (
  id bigint generated always as identity primary key,
  issue_id bigint not null references issue,
  author_id bigint not null references app_user,
  body text not null check (body <> ''),
  internal boolean not null default false,
  -- An internal comment is read by managers and analysts of the unit that it was written in.
  unit_id bigint not null references unit,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  revision int not null default 1
);
create index comment_issue on comment (issue_id, created_at, id);

-- Case, and ё for е, make no difference in a search (section 9). ICU: an outside database with the C locale folds alike.
create function search_fold(given text) returns text language sql immutable parallel safe
  as $$ select replace(lower(given collate "und-x-icu"), 'ё', 'е') $$;
create extension if not exists pg_trgm;
create index issue_title_search on issue using gin (search_fold(title) gin_trgm_ops);
create index issue_description_search on issue using gin (search_fold(description) gin_trgm_ops);
create index comment_body_search on comment using gin (search_fold(body) gin_trgm_ops);

create function is_unfinished(given bigint) returns boolean language sql stable
  as $$ select category in ('BACKLOG', 'TODO', 'IN_PROGRESS') from status where id = given $$;

-- The parent's counters follow each child, by difference: a tree may be ten thousand wide.
create function count_children() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.parent_id is not null then
    update issue p set
      child_here_count = child_here_count - (p.unit_id = old.unit_id)::int,
      child_elsewhere_count = child_elsewhere_count - (p.unit_id <> old.unit_id)::int,
      unfinished_child_count = unfinished_child_count - is_unfinished(old.status_id)::int
    where p.id = old.parent_id;
  end if;
  if new.parent_id is not null then
    update issue p set
      child_here_count = child_here_count + (p.unit_id = new.unit_id)::int,
      child_elsewhere_count = child_elsewhere_count + (p.unit_id <> new.unit_id)::int,
      unfinished_child_count = unfinished_child_count + is_unfinished(new.status_id)::int
    where p.id = new.parent_id;
  end if;
  if tg_op = 'UPDATE' and new.unit_id <> old.unit_id then
    update issue p set
      child_here_count = (select count(*) from issue c where c.parent_id = p.id and c.unit_id = p.unit_id),
      child_elsewhere_count = (select count(*) from issue c where c.parent_id = p.id and c.unit_id <> p.unit_id),
      internal_here_count = (select count(*) from comment c where c.issue_id = p.id and c.internal and c.unit_id = p.unit_id),
      internal_elsewhere_count = (select count(*) from comment c where c.issue_id = p.id and c.internal and c.unit_id <> p.unit_id)
    where p.id = new.id;
  end if;
  return null;
end $$;
create trigger count_children_insert after insert on issue for each row
  when (new.parent_id is not null) execute function count_children();
create trigger count_children_update after update of parent_id, unit_id, status_id on issue for each row
  when (old.parent_id is not null or new.parent_id is not null or new.unit_id <> old.unit_id)
  execute function count_children();

create function count_comment() returns trigger language plpgsql as $$
begin
  update issue i set
    comment_count = comment_count + (not new.internal)::int,
    internal_here_count = internal_here_count + (new.internal and new.unit_id = i.unit_id)::int,
    internal_elsewhere_count = internal_elsewhere_count + (new.internal and new.unit_id <> i.unit_id)::int
  where i.id = new.issue_id;
  return null;
end $$;
create trigger count_comment after insert on comment for each row execute function count_comment();

-- A status or a label of another unit would leak its name and break boards.
create function check_issue_unit() returns trigger language plpgsql as $$
begin
  if not exists (select from status s where s.id = new.status_id and s.unit_id = new.unit_id) then
    raise exception 'the status of an issue must be one of its unit' using errcode = 'integrity_constraint_violation';
  end if;
  if new.label_ids <> '{}' and exists (
    select from unnest(new.label_ids) l(id) where not exists (
      select from label where label.id = l.id and label.unit_id = new.unit_id)) then
    raise exception 'the labels of an issue must be known in its unit' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger check_issue_unit before insert or update of unit_id, status_id, label_ids on issue
  for each row execute function check_issue_unit();
`;
