import type { Reader } from "../../../platform/db/database.js";

/** The ranks on both sides of a place in the one order of the company (I4). Null: the order ends there. */
export interface Gap {
  readonly lower: string | null;
  readonly upper: string | null;
}

export async function gapAfter(tx: Reader, rank: string): Promise<Gap> {
  const [row] = await tx.rows("/* gapAfter */ select min(rank) from issue where rank > $1", [rank]);
  return { lower: rank, upper: (row?.[0] ?? null) as string | null };
}

export async function gapBefore(tx: Reader, rank: string): Promise<Gap> {
  const [row] = await tx.rows("/* gapBefore */ select max(rank) from issue where rank < $1", [rank]);
  return { lower: (row?.[0] ?? null) as string | null, upper: rank };
}

/**
 * Above the first card of a column; above all of the company where the column is empty.
 *
 * @param exceptId the card that moves, which is no neighbour of itself
 */
export async function gapAtTop(
  tx: Reader,
  column: { readonly unitId: string; readonly statusId: string },
  exceptId: string | null,
): Promise<Gap> {
  const text = `/* gapAtTop */ with place as materialized (select coalesce(
      (select rank from issue where unit_id = $1 and status_id = $2 and not archived and id is distinct from $3
       order by rank limit 1),
      (select min(rank) from issue)) as upper)
    select (select max(rank) from issue where rank < (select upper from place)), (select upper from place)`;
  const [row] = await tx.rows(text, [column.unitId, column.statusId, exceptId]);
  return { lower: (row?.[0] ?? null) as string | null, upper: (row?.[1] ?? null) as string | null };
}

/** A card of the order, with what an event of it tells (I9). */
export interface RankedCard {
  readonly id: string;
  readonly rank: string;
  readonly unitId: string;
  readonly assigneeId: string | null;
  readonly authorId: string;
  readonly stepUnitId: string | null;
}

/**
 * The cards next to a gap, in order, without the one that moves.
 *
 * @param reach so many at the most on each side
 */
export async function cardsAround(
  tx: Reader,
  { lower, upper }: Gap,
  exceptId: string | null,
  reach: number,
): Promise<RankedCard[]> {
  const columns = "id, rank, unit_id, assignee_id, author_id, step_unit_id";
  const others = "id is distinct from $3";
  const text = `/* cardsAround */ select * from (
      (select ${columns} from issue where rank <= $1 and ${others} order by rank desc limit $4) union all
      (select ${columns} from issue where rank >= $2 and ${others} order by rank limit $4)) x order by rank`;
  const rows = await tx.rows(text, [lower, upper, exceptId, reach]);
  return rows.map((row) => {
    const [id, rank, unitId, assigneeId, authorId, stepUnitId] = row as [
      string,
      string,
      string,
      string | null,
      string,
      string | null,
    ];
    return { id, rank, unitId, assigneeId, authorId, stepUnitId };
  });
}

/** A card that gets another rank, and the event that tells so. */
export interface NewRank {
  readonly id: string;
  readonly rank: string;
  readonly event: string;
}

/** Ranks are compared for doubles when the change ends: in between, one may still have what another gets. */
export async function writeRanks(tx: Reader, cards: readonly NewRank[], at: string): Promise<void> {
  await tx.rows("/* deferRanks */ set constraints issue_rank_key deferred", []);
  const text = `/* writeRanks */ update issue i set rank = c.rank, revision = revision + 1, last_event = c.event, updated_at = $4
    from unnest($1::bigint[], $2::text[], $3::bigint[]) c(id, rank, event) where i.id = c.id`;
  const columns = [cards.map(({ id }) => id), cards.map(({ rank }) => rank), cards.map(({ event }) => event)];
  await tx.rows(text, [...columns, at]);
}
