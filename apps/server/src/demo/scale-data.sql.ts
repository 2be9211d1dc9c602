/**
 * `:issues` and `:now` are put in by scale-data.ts. `h(n, k)` below stands for a number that looks random and is the same
 * on every run: no random(), so that two fillings, and two servers in a benchmark, hold the same rows.
 */
function h(n: string, salt: number): string {
  return `(((${n})::bigint * 2654435761 + ${String(salt)}::bigint * 40503) % 4294967296 / 7)`;
}

const FIRST = `(array['Anna','Péter','Ольга','Liam','Дмитрий','Zsófia','Emma','Иван','Márton','Olivia','Sergei','Réka','Noah','Eszter','Мария','Gábor'])`;
const LAST = `(array['Kiss','Ivanova','Novák','Smith','Фролов','Balogh','Keller','Rossi','Juhász','Sato','Орлова','Dubois','Lakatos','Meyer','Крылов','Lopez','Farkas','Berg'])`;

/** People without a password: they cannot sign in. */
export const SCALE_PEOPLE_SQL: readonly string[] = [
  `/* scale people */ insert into app_user (name, email, email_normal, created_at)
   select ${FIRST}[1 + n % 16] || ' ' || ${LAST}[1 + n % 18] || ' ' || n, 'user' || n || '@scale.test',
     'user' || n || '@scale.test', :now - interval '50 days'
   from generate_series(1, 200) n`,
];

const USERS = `(select id, row_number() over (order by id) - 1 as n from app_user where email like 'user%@scale.test')`;
const PROJECTS = `(select id, key, row_number() over (order by id) - 1 as n from unit where key ~ '^P[0-9]+$')`;

export const SCALE_PROJECTS_SQL: readonly string[] = [
  `/* scale projects */ insert into unit (key, name, kind, parent_id, created_at)
   select 'P' || n, 'Project ' || n, 'PROJECT', (select id from unit where key = 'PROD'), :now - interval '50 days'
   from generate_series(1, 50) n`,
  `/* scale counters */ insert into unit_counter (unit_id, last_number) select p.id, :issues / 50 from ${PROJECTS} p`,
  `/* scale statuses */ insert into status (unit_id, name, category, position)
   select p.id, s.name, s.category, s.position from ${PROJECTS} p cross join (values
     ('Backlog', 'BACKLOG', 1), ('Ready', 'TODO', 2), ('To do', 'TODO', 3), ('In progress', 'IN_PROGRESS', 4),
     ('Review', 'IN_PROGRESS', 5), ('Testing', 'IN_PROGRESS', 6), ('Resolved', 'RESOLVED', 7), ('Closed', 'CLOSED', 8)
   ) s(name, category, position)`,
  `/* scale labels */ insert into label (unit_id, name, color)
   select p.id, 'label ' || k, (array['grey','red','orange','yellow','green','teal','blue','indigo','purple','pink'])[1 + k % 10]
   from ${PROJECTS} p cross join generate_series(1, 20) k`,
  // One manager and about eleven developers a project.
  `/* scale members */ insert into membership (unit_id, user_id, role_id, since)
   select p.id, u.id, (select id from role where built_in and base = case when u.n = p.n then 'MANAGER' else 'DEVELOPER' end),
     :now - interval '50 days'
   from ${PROJECTS} p join ${USERS} u on u.n = p.n or (u.n >= 50 and (u.n + p.n * 3) % 14 = 0)`,
];

const BACKLOG = `(select s.id from status s where s.unit_id = p.id and s.position = 1)`;

/** One row an issue, before it has an id. */
const DRAFTS = `
  select n, (n - 1) % 50 as project, (n - 1) / 50 + 1 as number, 1 + ${h("n", 1)} % 8 as position,
    :now - (interval '1 minute' * (3000 + ${h("n", 2)} % 50000)) as created_at
  from generate_series(1, :issues) n`;

export const SCALE_ISSUES_SQL: readonly string[] = [
  `/* scale issues */ insert into issue (key, key_prefix, key_number, unit_id, title, description, type, priority, status_id,
     author_id, assignee_id, label_ids, estimate, value, due_date, rank, resolution, created_at, updated_at, closed_at, last_event)
   select p.key || '-' || d.number, p.key, d.number, p.id,
     (array['Fix','Add','Review','Measure','Translate','Simplify','Document','Replace'])[1 + ${h("d.n", 3)} % 8] || ' ' ||
     (array['the invoice form','search by customer','the nightly import','the price list','reminders','the day plan','sign-in','the spare parts catalogue','photos','the report of claims'])[1 + ${h("d.n", 4)} % 10] || ', case ' || d.n,
     case when d.n % 3 > 0 then 'It was reported ' || d.n % 40 || ' times. ' || repeat('Details follow in the comments. ', (${h("d.n", 5)} % 6)::int) end,
     (array['TASK','BUG','STORY','CLAIM','REQUEST'])[1 + ${h("d.n", 6)} % 5], (${h("d.n", 7)} % 4)::smallint,
     s.id, a.author, case when ${h("d.n", 8)} % 10 < 7 then a.holder end,
     array(select l.id from label l where l.unit_id = p.id order by l.id offset (${h("d.n", 9)} % 17)::int limit (${h("d.n", 10)} % 4)::int),
     case when ${h("d.n", 11)} % 10 < 8 then (array[1, 2, 3, 5, 8, 13])[1 + ${h("d.n", 12)} % 6] end,
     case when ${h("d.n", 13)} % 10 < 5 then (array[1, 2, 3, 5, 8, 13])[1 + ${h("d.n", 14)} % 6] end,
     case when ${h("d.n", 15)} % 10 < 4 then (:now + interval '1 day' * (${h("d.n", 16)} % 60 - 10)::int)::date end,
     'U' || lpad(to_hex((d.n::bigint * 7919) % 16777213), 6, '0') || 'V',
     case when d.position >= 7 then 'DONE' end, d.created_at, d.created_at,
     -- Lately, so that the board shows them all (closedDays).
     case when d.position = 8 then :now - (interval '1 minute' * (${h("d.n", 17)} % 2900)) end, 0
   from (${DRAFTS}) d join ${PROJECTS} p on p.n = d.project
   join status s on s.unit_id = p.id and s.position = d.position
   join lateral (select
     (select m.user_id from membership m where m.unit_id = p.id order by m.id offset (${h("d.n", 18)} % 10)::int limit 1) as author,
     (select m.user_id from membership m where m.unit_id = p.id order by m.id offset (${h("d.n", 19)} % 10)::int limit 1) as holder
   ) a on true
   order by d.n`,
  // Every fourth is a sub-issue of one of the three before it in its project; a done parent has no unfinished child (I1).
  `/* scale sub-issues */ update issue c set parent_id = p.id
   from issue p, status cs, status ps
   where c.key_prefix ~ '^P[0-9]+$' and c.key_number % 4 = 0 and p.key_prefix = c.key_prefix
     and p.key_number = c.key_number - 1 - ${h("c.key_number", 20)} % 3
     and cs.id = c.status_id and ps.id = p.status_id and (ps.position < 7 or cs.position >= 7)`,
  `/* scale holders */ insert into issue_holder (issue_id, user_id, since)
   select id, assignee_id, created_at from issue where key_prefix ~ '^P[0-9]+$' and assignee_id is not null`,
  `/* scale comments */ insert into comment (issue_id, author_id, body, internal, unit_id, created_at)
   select i.id, coalesce(i.assignee_id, i.author_id), 'Comment ' || k || ' on ' || i.key || ': checked, see the notes.',
     i.key_number % 25 = 0 and k = 1, i.unit_id, i.created_at + interval '1 hour' * k
   from issue i cross join generate_series(1, 4) k
   where i.key_prefix ~ '^P[0-9]+$' and k <= ${h("i.key_number * 50 + i.unit_id", 21)} % 5`,
];

function change(field: string, value: string): string {
  return `jsonb_build_object('field', '${field}', 'before', null, 'after', ${value})`;
}

/** Created in the backlog by the author, moved once; closed by the boss (L2). */
const HAPPENINGS = `
  select i.created_at as at, 'ISSUE_CREATED' as kind, 'issue' as entity, i.id as entity_id, i.id as issue_id, i.author_id as actor,
    jsonb_build_array(${change("title", "i.title")}, ${change("type", "i.type")},
      ${change("priority", "(array['LOW','NORMAL','HIGH','URGENT'])[i.priority + 1]")}, ${change("status", `${BACKLOG}::text`)},
      ${change("unit", "i.unit_id::text")}, ${change("author", "i.author_id::text")}, ${change("rank", "i.rank")}
    ) || case when i.assignee_id is null then '[]' else jsonb_build_array(${change("assignee", "i.assignee_id::text")}) end
      || case when i.description is null then '[]' else jsonb_build_array(${change("description", "i.description")}) end
      || case when i.parent_id is null then '[]' else jsonb_build_array(${change("parent", "i.parent_id::text")}) end
      || case when i.label_ids = '{}' then '[]' else jsonb_build_array(${change("labels", "to_jsonb(i.label_ids::text[])")}) end
      || case when i.estimate is null then '[]' else jsonb_build_array(${change("estimate", "i.estimate")}) end
      || case when i.value is null then '[]' else jsonb_build_array(${change("value", "i.value")}) end
      || case when i.due_date is null then '[]' else jsonb_build_array(${change("dueDate", "i.due_date::text")}) end as changes,
    i.unit_id, i.assignee_id, i.author_id, null::bigint as unit_before, null::bigint as assignee_before, null::bigint as internal_unit_id
  from issue i join unit p on p.id = i.unit_id where i.key_prefix ~ '^P[0-9]+$'
  union all
  select coalesce(i.closed_at, i.created_at + interval '3 hours'), 'ISSUE_MOVED', 'issue', i.id, i.id,
    case when s.category = 'CLOSED' then (select id from app_user where email = 'boss@demo.test') else coalesce(i.assignee_id, i.author_id) end,
    jsonb_build_array(jsonb_build_object('field', 'status', 'before', ${BACKLOG}::text, 'after', i.status_id::text))
      || case when i.resolution is null then '[]' else jsonb_build_array(${change("resolution", "i.resolution")}) end
      || case when i.closed_at is null then '[]' else jsonb_build_array(${change("closedAt", `to_char(i.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)}) end,
    i.unit_id, i.assignee_id, i.author_id, i.unit_id, i.assignee_id, null
  from issue i join unit p on p.id = i.unit_id join status s on s.id = i.status_id
  where i.key_prefix ~ '^P[0-9]+$' and s.position > 1
  union all
  select c.created_at, 'COMMENT_ADDED', 'comment', c.id, i.id, c.author_id,
    jsonb_build_array(${change("body", "c.body")}, ${change("internal", "c.internal")}),
    i.unit_id, i.assignee_id, i.author_id, i.unit_id, i.assignee_id, case when c.internal then c.unit_id end
  from comment c join issue i on i.id = c.issue_id where i.key_prefix ~ '^P[0-9]+$'`;

const ORG_HAPPENINGS = `
  select :now - interval '50 days' as at, 'USER_CREATED' as kind, 'user' as entity, u.id as entity_id, null::bigint as unit_id,
    jsonb_build_array(${change("name", "u.name")}, ${change("email", "u.email")}) as changes
  from app_user u where u.email like 'user%@scale.test'
  union all
  select :now - interval '50 days', 'UNIT_CREATED', 'unit', u.id, u.id,
    jsonb_build_array(${change("key", "u.key")}, ${change("name", "u.name")}, ${change("kind", "u.kind")}, ${change("parent", "u.parent_id::text")})
  from unit u where u.key ~ '^P[0-9]+$'
  union all
  select :now - interval '50 days', 'LABEL_CREATED', 'label', l.id, l.unit_id,
    jsonb_build_array(${change("name", "l.name")}, ${change("color", "l.color")})
  from label l join unit u on u.id = l.unit_id where u.key ~ '^P[0-9]+$'
  union all
  select :now - interval '50 days', 'MEMBER_ADDED', 'membership', m.id, m.unit_id,
    jsonb_build_array(${change("user", "m.user_id::text")}, ${change("role", "m.role_id::text")})
  from membership m join unit u on u.id = m.unit_id where u.key ~ '^P[0-9]+$'`;

export const SCALE_EVENTS_SQL: readonly string[] = [
  `/* scale org events */ insert into event (id, at, operation, actor_id, kind, entity, entity_id, unit_id, changes)
   select c.last_event + e.n, e.at, c.last_event + e.n, (select id from app_user where email = 'boss@demo.test'),
     e.kind, e.entity, e.entity_id, e.unit_id, e.changes
   from (select *, row_number() over (order by kind, entity_id) as n from (${ORG_HAPPENINGS}) o) e, clock c`,
  `/* scale clock */ update clock set last_event = (select max(id) from event)`,
  `/* scale issue events */ insert into event (id, at, operation, actor_id, kind, entity, entity_id, issue_id, changes, unit_id,
     assignee_id, author_id, unit_before, assignee_before, internal_unit_id)
   select c.last_event + e.n, e.at, c.last_event + e.n, e.actor, e.kind, e.entity, e.entity_id, e.issue_id, e.changes, e.unit_id,
     e.assignee_id, e.author_id, e.unit_before, e.assignee_before, e.internal_unit_id
   from (select *, row_number() over (order by at, kind, entity_id) as n from (${HAPPENINGS}) o) e, clock c`,
  `/* scale clock */ update clock set last_event = (select max(id) from event)`,
  `/* scale revisions */ update issue i set revision = e.revision, last_event = e.last, updated_at = e.at
   from (select issue_id, count(*) as revision, max(id) as last, max(at) as at from event where issue_id is not null group by issue_id) e
   where e.issue_id = i.id and i.key_prefix ~ '^P[0-9]+$'`,
];
