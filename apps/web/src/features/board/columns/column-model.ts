import { dropStatus, type BoardColumn } from "@stafeta/domain/board/columns";
import type { StatusId, UnitId } from "@stafeta/domain/shared/ids";
import type { BoardOrderQuery, StatusCategory } from "../../../gql/graphql";
import { t } from "../../../lib/words/words";
import type { ColumnId, Figures, Order } from "../order/board-model";

/** A status with its unit: what the verdict asks, and what a card shows. */
export interface ColumnStatus {
  readonly id: StatusId;
  readonly unitId: UnitId;
  readonly name: string;
  readonly category: StatusCategory;
  readonly position: number;
}

/** A column of the screen: the domain's column with its limit. */
export interface Column extends BoardColumn<ColumnStatus> {
  readonly wipLimit: number | null;
}

export type ServerColumn = BoardOrderQuery["board"]["columns"][number];

interface UnitWithStatuses {
  readonly id: string;
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: StatusCategory;
    readonly position: number;
  }[];
}

export const CATEGORY_WORDS = {
  BACKLOG: "board.category.BACKLOG",
  TODO: "board.category.TODO",
  IN_PROGRESS: "board.category.IN_PROGRESS",
  RESOLVED: "board.category.RESOLVED",
  CLOSED: "board.category.CLOSED",
} as const satisfies Record<StatusCategory, string>;

export function statusesOf(units: readonly UnitWithStatuses[]): Map<string, ColumnStatus> {
  const all = new Map<string, ColumnStatus>();
  for (const unit of units) {
    for (const status of unit.statuses) {
      all.set(status.id, { ...status, id: status.id as StatusId, unitId: unit.id as UnitId });
    }
  }
  return all;
}

/** I3: on a board over several units a column is a category, which the screen names in its own language. */
function columnFrom(server: ServerColumn, statuses: ReadonlyMap<string, ColumnStatus>): Column {
  const { category, wipLimit } = server;
  const own = server.statuses.flatMap(({ id }) => statuses.get(id) ?? []);
  const status = server.status === null ? null : (statuses.get(server.status.id) ?? null);
  const name = server.status === null ? t(CATEGORY_WORDS[category]) : server.name;
  return { id: server.status?.id ?? category, name, category, status, statuses: own, wipLimit };
}

export function columnsFrom(
  server: readonly ServerColumn[],
  statuses: ReadonlyMap<string, ColumnStatus>,
): readonly Column[] {
  return server.map((column) => columnFrom(column, statuses));
}

export function orderFrom(server: readonly ServerColumn[]): Order {
  return new Map(server.map((column) => [column.status?.id ?? column.category, column.issueIds]));
}

export function figuresFrom(server: readonly ServerColumn[]): ReadonlyMap<ColumnId, Figures> {
  return new Map(
    server.map(({ status, category, count, estimateSum, olderCount }) => [
      status?.id ?? category,
      { count, estimateSum, olderCount },
    ]),
  );
}

/** Where a card of this status stands; null where no column of the board holds it. */
export function columnOfStatus(
  columns: readonly Column[],
  status: { readonly id: string; readonly category: StatusCategory },
): ColumnId | null {
  const exact = columns.find((column) => column.statuses.some((own) => own.id === status.id));
  if (exact) return exact.id;
  // A status of a unit that this page has not loaded: on a board over several units its category tells.
  return columns.find((column) => column.status === null && column.category === status.category)?.id ?? null;
}

/** I3: the status that a drop into the column sets on a card of this unit. */
export function statusOfDrop(column: Column, unitId: string): ColumnStatus | undefined {
  return dropStatus(column, unitId as UnitId);
}
