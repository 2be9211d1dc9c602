const PRIORITIES = "(array['LOW', 'NORMAL', 'HIGH', 'URGENT'])";

/** Counted anew, one card after another: slow, and nothing of it is shared with who is measured. */
const cards = (from, isCounted) => `coalesce((
  select json_agg(json_build_object(
    'id', i.id::text, 'key', i.key, 'title', i.title, 'rank', i.rank, 'dueDate', i.due_date,
    'priority', ${PRIORITIES}[i.priority + 1], 'type', i.type, 'estimate', i.estimate::float8,
    'assignee', (select json_build_object('id', u.id::text, 'name', u.name) from app_user u where u.id = i.assignee_id),
    'labels', (select coalesce(json_agg(json_build_object('id', l.id::text, 'name', l.name, 'color', l.color)), '[]')
               from label l where l.id = any(i.label_ids)),
    'subIssueCount', (select count(*) from issue c where c.parent_id = i.id),
    'commentCount', (select count(*) from comment c where c.issue_id = i.id and (${isCounted} or not c.internal))
  ) order by i.rank)
  from (${from} order by i.rank limit 50) i), '[]') as nodes`;

const isShown = "not i.archived and (s.category <> 'CLOSED' or i.closed_at >= now() - interval '14 days')";

const BOARD = `
select s.name, ${cards(`select i.* from issue i where i.status_id = s.id and ${isShown}`, "$2")}
from status s where s.unit_id = $1 order by s.position`;

const WIDE_BOARD = `
select ${cards(
  `select i.* from issue i join status s on s.id = i.status_id
   where s.category = k.category and i.unit_id = any($1) and ${isShown}`,
  "c.unit_id = any($2)",
)}
from unnest(array['BACKLOG', 'TODO', 'IN_PROGRESS', 'RESOLVED', 'CLOSED']) with ordinality k(category, n) order by k.n`;

/**
 * The columns of a unit's board, as SQL counts them.
 *
 * @param {import("pg").Client} client
 * @param {boolean} seesInternal whether internal comments are counted
 */
export async function boardTruth(client, unitId, seesInternal) {
  const { rows } = await client.query(BOARD, [unitId, seesInternal]);
  return rows.map(({ name, nodes }) => ({ name, issues: { nodes } }));
}

/** The columns of a board over several units, one a category. */
export async function wideBoardTruth(client, boards) {
  const units = boards.map(({ unitId }) => unitId);
  const internal = boards.filter(({ seesInternal }) => seesInternal).map(({ unitId }) => unitId);
  const { rows } = await client.query(WIDE_BOARD, [units, internal]);
  return rows.map(({ nodes }) => ({ issues: { nodes } }));
}
