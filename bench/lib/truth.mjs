const PRIORITIES = "(array['LOW', 'NORMAL', 'HIGH', 'URGENT'])";

/** Counted anew, one card after another: slow, and nothing of it is shared with who is measured. */
const BOARD = `
select s.name, coalesce((
  select json_agg(json_build_object(
    'id', i.id::text, 'key', i.key, 'title', i.title, 'rank', i.rank, 'dueDate', i.due_date,
    'priority', ${PRIORITIES}[i.priority + 1], 'type', i.type, 'estimate', i.estimate::float8,
    'assignee', (select json_build_object('id', u.id::text, 'name', u.name) from app_user u where u.id = i.assignee_id),
    'labels', (select coalesce(json_agg(json_build_object('id', l.id::text, 'name', l.name, 'color', l.color)), '[]')
               from label l where l.id = any(i.label_ids)),
    'subIssueCount', (select count(*) from issue c where c.parent_id = i.id),
    'commentCount', (select count(*) from comment c where c.issue_id = i.id and ($2 or not c.internal))
  ) order by i.rank)
  from (select * from issue where status_id = s.id and not archived
          and (s.category <> 'CLOSED' or closed_at >= now() - interval '14 days')
        order by rank limit 50) i), '[]') as nodes
from status s where s.unit_id = $1 order by s.position`;

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
