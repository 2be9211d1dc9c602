import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { DeputyId, UserId } from "@stafeta/domain/shared/ids";
import type { Deputy } from "@stafeta/domain/org/company";
import { STAMP, type ReadScope } from "../../access/read-scope.js";
import type { Reader, Row } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import { Sql } from "../../platform/db/sql.js";

export interface NamedDeputy extends Deputy {
  readonly id: DeputyId;
}

const COLUMNS = "id, user_id, boss_id, from_day, to_day";

function deputyOf(row: Row): NamedDeputy {
  const [id, userId, bossId, from, to] = row as [DeputyId, UserId, UserId, CalendarDate, CalendarDate];
  return { id, userId, bossId, from, to };
}

/** The id of the same wish where it holds already. */
export async function sameDeputy(tx: Reader, deputy: Deputy): Promise<string | null> {
  const text = `/* sameDeputy */ select id from deputy where boss_id = $1 and user_id = $2 and from_day = $3
    and to_day = $4 and ended_at is null`;
  const [row] = await tx.rows(text, [deputy.bossId, deputy.userId, deputy.from, deputy.to]);
  return (row?.[0] as string | undefined) ?? null;
}

export async function insertDeputy(tx: Reader, deputy: Deputy): Promise<string> {
  const text = `/* insertDeputy */ insert into deputy (boss_id, user_id, from_day, to_day)
    values ($1, $2, $3, $4) returning id`;
  const [row] = await tx.rows(text, [deputy.bossId, deputy.userId, deputy.from, deputy.to]);
  return row?.[0] as string;
}

export async function deputyById(tx: Reader, id: string): Promise<NamedDeputy | null> {
  const text = `/* deputyById */ select ${COLUMNS} from deputy where id = $1 and ended_at is null`;
  const [row] = await tx.rows(text, [id]);
  return row ? deputyOf(row) : null;
}

export async function endDeputyRow(tx: Reader, id: string, at: string): Promise<void> {
  await tx.rows("/* endDeputy */ update deputy set ended_at = $2 where id = $1", [id, at]);
}

export interface ListedDeputy extends NamedDeputy {
  /** When it was ended before its last day; else null. */
  readonly endedAt: string | null;
}

function listedOf(row: Row): ListedDeputy {
  return { ...deputyOf(row.slice(1, 6)), endedAt: instant(row[6] as string | null) };
}

/** Those who act or are to act from a day on, the first to act first. */
export async function deputiesFrom(scope: ReadScope, day: CalendarDate): Promise<ListedDeputy[]> {
  const sql = new Sql();
  const text = `/* deputies */ select ${STAMP}, ${COLUMNS}, ended_at from deputy
    where ended_at is null and to_day >= ${sql.param(day)}::date order by from_day, id`;
  const rows = await scope.rows(text, sql);
  return rows.map(listedOf);
}

/** More are in the log. */
const PAST_SHOWN = 100;

/** Those whose days are over, or were cut short, the last first. */
export async function deputiesBefore(scope: ReadScope, day: CalendarDate): Promise<ListedDeputy[]> {
  const sql = new Sql();
  const text = `/* pastDeputies */ select ${STAMP}, ${COLUMNS}, ended_at from deputy
    where ended_at is not null or to_day < ${sql.param(day)}::date
    order by from_day desc, id desc limit ${String(PAST_SHOWN)}`;
  const rows = await scope.rows(text, sql);
  return rows.map(listedOf);
}
