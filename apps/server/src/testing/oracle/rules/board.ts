import type { Eyes } from "./eyes.js";
import { downFrom } from "./hats.js";
import { found, type Filter } from "./list.js";
import { statusesOf } from "./workflow.js";
import type { Category, Issue, Status } from "./world.js";

export interface Board {
  readonly unitId: string;
  readonly under: boolean;
  readonly filter: Filter | null;
  readonly closedDays: number;
  /** Milliseconds of the clock. */
  readonly now: number;
}

export interface Column {
  readonly name: string;
  readonly category: Category;
  readonly status: Status | null;
  readonly statuses: readonly Status[];
  /** In the one order (I4). */
  readonly cards: readonly Issue[];
  readonly older: readonly Issue[];
}

const CATEGORIES: readonly Category[] = ["BACKLOG", "TODO", "IN_PROGRESS", "RESOLVED", "CLOSED"];

/** The order of plain text by code units. */
export function byRank(a: Issue, b: Issue): number {
  return a.rank < b.rank ? -1 : 1;
}

/** Section 2, I3: every unarchived issue of the unit, or of it and those below, whose rank the viewer may read. */
export function boardColumns(eyes: Eyes, board: Board): Column[] {
  const unitIds = board.under ? downFrom(eyes.world, board.unitId).map(({ id }) => id) : [board.unitId];
  const all = found(eyes, board.filter).filter(
    (issue) => unitIds.includes(issue.unitId) && !issue.archived && eyes.reads(issue, "rank"),
  );
  const since = board.now - board.closedDays * 86_400_000;
  const column = (name: string, category: Category, status: Status | null, statuses: readonly Status[]) => {
    const here = all.filter((issue) => statuses.some(({ id }) => id === issue.statusId)).sort(byRank);
    const isOlder = (issue: Issue) => category === "CLOSED" && Date.parse(issue.closedAt ?? "") < since;
    const older = here.filter(isOlder);
    return { name, category, status, statuses, older, cards: here.filter((issue) => !isOlder(issue)) };
  };
  if (!board.under) {
    return statusesOf(eyes.world, board.unitId).map((status) =>
      column(status.name, status.category, status, [status]),
    );
  }
  return CATEGORIES.map((category) => {
    const statuses = unitIds.flatMap((id) => statusesOf(eyes.world, id));
    return column(
      category,
      category,
      null,
      statuses.filter((status) => status.category === category),
    );
  });
}
