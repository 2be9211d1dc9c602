import { PRIORITIES } from "./answer-issue.js";
import { wishedLabels, type MoveArgs } from "./against.js";
import { byRank } from "./board.js";
import type { Eyes } from "./eyes.js";
import { categoryOf, isDone, statusesOf } from "./workflow.js";
import { rowOf, rowOrNull, type Category, type Issue, type World } from "./world.js";

/** What of a row is to be otherwise than before; all else is to stay. */
export type Patch = Partial<Issue>;
type Given = Readonly<Record<string, unknown>>;

const COLUMNS: Readonly<Record<string, keyof Issue>> = {
  title: "title",
  description: "description",
  type: "type",
  parent: "parentId",
  estimate: "estimate",
  value: "value",
  startDate: "startDate",
  dueDate: "dueDate",
};

export function editPatch(issue: Issue, input: Given): Patch {
  const patch: Record<string, unknown> = {};
  for (const [field, wanted] of Object.entries(input)) {
    const column = COLUMNS[field];
    if (column) patch[column] = wanted;
    if (field === "priority") patch["priority"] = (PRIORITIES as readonly unknown[]).indexOf(wanted);
  }
  const wished = wishedLabels(issue, input);
  const isSame = JSON.stringify(wished) === JSON.stringify([...issue.labelIds].sort());
  return { ...patch, ...(!isSame && { labelIds: wished }) };
}

/** L5: what is done has a resolution. */
function resolution(category: Category, before: string | null): string | null {
  return isDone(category) ? (before ?? "DONE") : null;
}

export function movePatch(eyes: Eyes, issue: Issue, status: string | null): Patch {
  const category = rowOf(eyes.world.statuses, status ?? issue.statusId).category;
  return { statusId: status ?? issue.statusId, resolution: resolution(category, issue.resolution) };
}

export function createdRow(eyes: Eyes, input: Given): Patch {
  const unit = rowOf(eyes.world.units, input["unit"] as string);
  const statusId = (input["status"] ?? statusesOf(eyes.world, unit.id)[0]?.id) as string;
  const used = eyes.world.issues.filter((issue) => issue.keyPrefix === unit.key);
  const keyNumber = 1 + Math.max(0, ...used.map((issue) => issue.keyNumber));
  return {
    key: `${unit.key}-${String(keyNumber)}`,
    unitId: unit.id,
    title: input["title"] as string,
    type: (input["type"] ?? "TASK") as string,
    priority: (PRIORITIES as readonly unknown[]).indexOf(input["priority"] ?? "NORMAL"),
    statusId,
    authorId: eyes.me,
    assigneeId: (input["assignee"] ?? null) as string | null,
    parentId: (input["parent"] ?? null) as string | null,
    estimate: (input["estimate"] ?? null) as number | null,
    resolution: resolution(rowOf(eyes.world.statuses, statusId).category, null),
    archived: false,
    revision: 1,
  };
}

/** I4: where the moved card stands in its column: below `after`, else above `before`, else at the top. */
export function placeFault(before: Eyes, after: World, args: MoveArgs): string | null {
  const moved = rowOf(after.issues, args.id);
  const old = rowOf(before.world.issues, args.id);
  if (!before.has(old, "MANAGER", "DEVELOPER"))
    return moved.rank === old.rank ? null : "the rank has changed";
  const inColumn = (card: Issue) =>
    !card.archived && card.unitId === moved.unitId && card.statusId === moved.statusId;
  const column = after.issues.filter(inColumn).sort(byRank);
  const at = column.findIndex((card) => card.id === moved.id);
  // A board over several units names neighbours of others; their places are the company's order.
  const stands = (id: string | null) => {
    const card = before.issue(id);
    return card && before.reads(card, "rank") && !card.archived ? card : null;
  };
  const named = [stands(args.after), stands(args.before)];
  if (named.some((card) => card && card.unitId !== moved.unitId))
    return placeOverUnits(before, after, named, moved);
  const isHere = (card: Issue | null | undefined) => (card && card.statusId === moved.statusId ? card : null);
  const [above, below] = named.map(isHere);
  if (above) return column[at - 1]?.id === above.id ? null : `not directly below ${above.id}`;
  if (below) return column[at + 1]?.id === below.id ? null : `not directly above ${below.id}`;
  return at === 0 ? null : "not at the top";
}

function placeOverUnits(
  before: Eyes,
  after: World,
  named: readonly (Issue | null | undefined)[],
  moved: Issue,
): string | null {
  const category = categoryOf(after, moved);
  const [above, below] = named.map((card) => {
    const isHere = card && categoryOf(before.world, card) === category;
    return isHere ? rowOrNull(after.issues, card.id) : null;
  });
  if (above) return above.rank < moved.rank ? null : `not below ${above.id}`;
  if (below) return below.rank > moved.rank ? null : `not above ${below.id}`;
  return null;
}

/** What follows from every change and says nothing of its own. */
const FOLLOWS: readonly (keyof Issue)[] = ["updatedAt", "lastEvent", "revision", "rank", "closedAt"];

const text = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? [...(value as string[])].sort() : value);

/** How the issues differ from what was to become of them; null: in nothing. */
export function issuesFault(
  before: World,
  after: World,
  patches: Readonly<Record<string, Patch>>,
): string | null {
  for (const issue of after.issues) {
    const old = rowOrNull(before.issues, issue.id);
    const patch: Readonly<Record<string, unknown>> = patches[old ? issue.id : "new"] ?? {};
    if (!old && !("new" in patches)) return `issue ${issue.key} was made`;
    for (const [column, now] of Object.entries(issue)) {
      const wished = column in patch ? patch[column] : old?.[column as keyof Issue];
      if (wished === undefined || (FOLLOWS.includes(column as keyof Issue) && !(column in patch))) continue;
      if (text(wished) !== text(now))
        return `issue ${issue.key}.${column}: ${text(wished)} expected, is ${text(now)}`;
    }
    const fault = old && revisionFault(before, after, old, issue);
    if (fault) return fault;
  }
  return null;
}

/** I5, L4: one event each time that the revision grows, and nothing changes without. */
function revisionFault(before: World, after: World, old: Issue, now: Issue): string | null {
  const events = after.events.slice(before.events.length).filter((event) => event.issueId === old.id);
  if (now.revision !== old.revision + events.length)
    return `${now.key}: ${String(events.length)} events, revision ${String(now.revision)}`;
  return events.length === 0 && text(old) !== text(now) ? `${now.key} changed without an event` : null;
}
