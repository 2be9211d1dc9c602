import { canRank } from "../issues/edit-issue.js";
import type { IssueFacts } from "../issues/issue-facts.js";
import { canMoveTo } from "../issues/workflow.js";
import type { Status } from "../org/company.js";
import type { Hats } from "../rights/hats.js";
import { badInput, type Decision } from "../shared/decision.js";
import { dropStatus, type BoardColumn } from "./columns.js";

type ColumnStatus = Pick<Status, "id" | "unitId" | "category" | "position">;

/** R12: whether a card may be dropped into a column; in its own column that is a matter of rank. */
export function verdictOn(
  column: BoardColumn<ColumnStatus>,
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
): Decision {
  if (column.statuses.some((status) => status.id === facts.status.id)) return canRank(facts, hats);
  const target = dropStatus(column, facts.unitId);
  return target ? canMoveTo(facts, hats, isBoss, target) : badInput("status", "issue.statusOfOtherUnit");
}

/** R12: the verdict for every column, known when the card is lifted, by the functions that the server asks too. */
export function verdicts(
  columns: readonly BoardColumn<ColumnStatus>[],
  facts: IssueFacts,
  hats: Hats,
  isBoss: boolean,
): Map<string, Decision> {
  return new Map(columns.map((column) => [column.id, verdictOn(column, facts, hats, isBoss)]));
}
