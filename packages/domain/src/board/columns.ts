import { STATUS_CATEGORIES, type Company, type Status, type StatusCategory } from "../org/company.js";
import { unitsUnder } from "../org/tree.js";
import type { UnitId } from "../shared/ids.js";
import { firstOf } from "../issues/workflow.js";

type ColumnStatus = Pick<Status, "id" | "unitId" | "category" | "position">;

/** I3: a column of a board, and the statuses that it shows. */
export interface BoardColumn<S extends ColumnStatus = Status> {
  /** The id of its status, or its category on a board over several units. */
  readonly id: string;
  /** The status's name, or the category's on a board over several units: a word of the schema that the screen translates. */
  readonly name: string;
  readonly category: StatusCategory;
  /** Where a drop goes; null on a board over several units, where it depends on the card's unit. */
  readonly status: S | null;
  readonly statuses: readonly S[];
}

function columnOfCategory(category: StatusCategory, statuses: readonly Status[]): BoardColumn {
  const ofCategory = statuses.filter((status) => status.category === category);
  return { id: category, name: category, category, status: null, statuses: ofCategory };
}

/** I3: a unit's board has a column per status, by position; a board with the units below has one per category. */
export function columnsOf(company: Company, unitId: UnitId, under = false): BoardColumn[] {
  if (under) {
    const all = unitsUnder(company, unitId).flatMap((unit) => company.statusesOfUnit.get(unit.id) ?? []);
    return STATUS_CATEGORIES.map((category) => columnOfCategory(category, all));
  }
  return (company.statusesOfUnit.get(unitId) ?? []).map((status) => ({
    id: status.id,
    name: status.name,
    category: status.category,
    status,
    statuses: [status],
  }));
}

/** I3: the status that a drop into the column sets: its first, or the first of its category in the issue's own unit. */
export function dropStatus<S extends ColumnStatus>(column: BoardColumn<S>, unitId: UnitId): S | undefined {
  const ofUnit = column.statuses.filter((status) => status.unitId === unitId);
  return column.status?.unitId === unitId ? column.status : firstOf(ofUnit, column.category);
}

export function columnWith<S extends ColumnStatus>(
  columns: readonly BoardColumn<S>[],
  statusId: string,
): BoardColumn<S> | undefined {
  return columns.find((column) => column.statuses.some((status) => status.id === statusId));
}
