import {
  inverseOf,
  relationText,
  type RelationFacts,
  type RelationKind,
} from "@stafeta/domain/issues/relations";
import type { IssueId, RelationId } from "@stafeta/domain/shared/ids";
import type { Reader } from "../../../platform/db/database.js";

/** I2: the relations of these issues as each reads them from its side, in the words of the log. */
export async function relationTexts(
  tx: Reader,
  ids: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, readonly string[]>> {
  const text = `/* relationTexts */ select id, from_id, to_id, kind, delay_days from relation
    where ended_at is null and (from_id = any($1::bigint[]) or to_id = any($1::bigint[])) order by id`;
  const rows = await tx.rows(text, [ids]);
  const texts = new Map<IssueId, string[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    const [, from, to, kind, delay] = row as [RelationId, IssueId, IssueId, RelationKind, number | null];
    texts.get(from)?.push(relationText(kind, to, delay));
    texts.get(to)?.push(relationText(inverseOf(kind), from, delay));
  }
  return texts;
}

export async function insertRelation(tx: Reader, relation: RelationFacts, at: string): Promise<void> {
  const text = `/* insertRelation */ insert into relation (from_id, to_id, kind, delay_days, created_at)
    values ($1, $2, $3, $4, $5)`;
  await tx.rows(text, [relation.fromId, relation.toId, relation.kind, relation.delayDays, at]);
}

export async function endRelation(tx: Reader, id: RelationId, at: string): Promise<void> {
  await tx.rows("/* endRelation */ update relation set ended_at = $2 where id = $1", [id, at]);
}

/** One that has not ended, from whichever side where it has none. */
export async function relationLike(
  tx: Reader,
  { fromId, toId, kind }: RelationFacts,
): Promise<RelationId | null> {
  const text = `/* relationLike */ select id from relation where ended_at is null and kind = $3
    and (from_id = $1 and to_id = $2 or $3 = 'RELATES' and from_id = $2 and to_id = $1)`;
  const [row] = await tx.rows(text, [fromId, toId, kind]);
  return (row?.[0] ?? null) as RelationId | null;
}

/** Whether it is there already. */
export async function hasRelation(tx: Reader, relation: RelationFacts): Promise<boolean> {
  return (await relationLike(tx, relation)) !== null;
}

/** One that has not ended. */
export async function relationById(tx: Reader, id: RelationId): Promise<RelationFacts | null> {
  const text = `/* relationById */ select from_id, to_id, kind, delay_days from relation
    where id = $1 and ended_at is null`;
  const [row] = await tx.rows(text, [id]);
  if (!row) return null;
  const [fromId, toId, kind, delayDays] = row as [IssueId, IssueId, RelationKind, number | null];
  return { fromId, toId, kind, delayDays };
}

/** I2, TRE-05: all that an issue leads to by relations of a kind. `union` ends the walk even where there is a circle. */
export async function leadsTo(tx: Reader, id: IssueId, kind: RelationKind): Promise<IssueId[]> {
  const text = `/* leadsTo */ with recursive reached(id) as (
      select to_id from relation where from_id = $1 and kind = $2 and ended_at is null
      union select r.to_id from reached join relation r on r.from_id = reached.id and r.kind = $2 and r.ended_at is null)
    select id from reached`;
  const rows = await tx.rows(text, [id, kind]);
  return rows.map(([reached]) => reached as IssueId);
}
