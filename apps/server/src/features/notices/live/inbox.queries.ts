import { parseStamp, STAMP, type Stamp } from "../../../access/read-scope.js";
import type { Reader } from "../../../platform/db/database.js";
import { Sql } from "../../../platform/db/sql.js";

/** An event on its way to the people whom it concerns. */
export interface ConcerningEvent {
  readonly id: string;
  /** Without who did it (B4). */
  readonly userIds: readonly string[];
}

export interface ConcerningBatch {
  /** The versions of the very moment that the events were read in. */
  readonly stamp: Stamp;
  readonly events: readonly ConcerningEvent[];
}

/** What happened after an event and concerns anybody, oldest first; one statement for all streams of a server. */
export async function concerningEvents(
  reader: Reader,
  after: bigint,
  limit: number,
): Promise<ConcerningBatch> {
  const sql = new Sql();
  const rows = await reader.rows(
    `/* concerningEvents */ select ${STAMP}, x.id, x.users from (select) o left join lateral (
       select e.id, array(select distinct u.id::text from unnest(e.concerned_ids) u(id)
         where u.id is not null and u.id is distinct from e.actor_id) as users
       from event e where e.id > ${sql.id(String(after))} and e.concerned_ids is not null
       order by e.id limit ${sql.param(limit)}::int) x on true`,
    sql.values,
  );
  const events = rows.flatMap(([, id, userIds]) =>
    id == null ? [] : [{ id: id as string, userIds: userIds as string[] }],
  );
  return { stamp: parseStamp(rows[0]?.[0]), events };
}
