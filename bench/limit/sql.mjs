const CARD = `i.id, i.key, i.title, i.rank, i.due_date, i.priority, i.type, i.estimate, i.assignee_id, i.label_ids,
    i.child_here_count + i.child_elsewhere_count`;
const COMMENTS = {
  open: "i.comment_count",
  all: "i.comment_count + i.internal_here_count + i.internal_elsewhere_count",
};

/** In order: the sub-query of each status is read by the index, and the statuses one after another. */
const cards = (comments) => `
select s.id, i.*
from status s
cross join lateral (
  select ${CARD}, ${comments}
  from issue i
  where i.unit_id = $1 and i.status_id = s.id and not i.archived
    and (s.category <> 'CLOSED' or i.closed_at >= now() - interval '14 days')
  order by i.rank limit 50
) i
where s.unit_id = $1`;

/** The cards once, then their counts by the array of their ids: cheaper than two sub-queries for each card. */
const cardsCounted = (comments) => `
with card as materialized (
  select s.id as column_id, i.*
  from status s
  cross join lateral (
    select i.id, i.key, i.title, i.rank, i.due_date, i.priority, i.type, i.estimate, i.assignee_id, i.label_ids
    from issue i
    where i.unit_id = $1 and i.status_id = s.id and not i.archived
      and (s.category <> 'CLOSED' or i.closed_at >= now() - interval '14 days')
    order by i.rank limit 50
  ) i
  where s.unit_id = $1
), child as (
  select parent_id, count(*)::int as n from issue where parent_id = any(array(select id from card)) group by parent_id
), note as (
  select issue_id, count(*)::int as n from comment
  where issue_id = any(array(select id from card)) ${comments} group by issue_id
)
select card.*, coalesce(child.n, 0), coalesce(note.n, 0)
from card left join child on child.parent_id = card.id left join note on note.issue_id = card.id
order by card.rank`;

/** Prepared once a connection, under these names. */
export const SQL = {
  cards: { name: "cards", text: cards(COMMENTS.open) },
  cardsInternal: { name: "cardsInternal", text: cards(COMMENTS.all) },
  cardsCounted: { name: "cardsCounted", text: cardsCounted("and not internal") },
  cardsCountedInternal: { name: "cardsCountedInternal", text: cardsCounted("") },
  /** Every name that a card of the unit may show: joined to each card they would cost a sort of all. */
  names: {
    name: "names",
    text: `select 1, id, name, null from (select id, name from status where unit_id = $1 order by position) s
           union all select 2, id, name, color from label where unit_id = $1
           union all select 3, id, name, null from app_user where id in (select assignee_id from issue where unit_id = $1)`,
  },
  statuses: { name: "statuses", text: "select id, name, unit_id from status order by position" },
  labels: { name: "labels", text: "select id, name, color from label" },
  people: { name: "people", text: "select id, name from app_user" },
};
