import type { Eyes } from "./eyes.js";
import { canHold, hatsInUnit } from "./hats.js";
import { frozenReasons, keptReasons } from "./kept.js";
import { BAD, CONFLICT, FORBIDDEN, LAW, NOT_FOUND, type Reason } from "./reasons.js";
import { againstMove, isDone, mayComment } from "./workflow.js";
import { rowOf, rowOrNull, type Comment, type Issue } from "./world.js";

/** All that stands against an act, whatever is asked first. */

type Given = Readonly<Record<string, unknown>>;

/** Asked in this order; a wrong value may be told in between, but of what is not seen only NOT_FOUND is told. */
export function codesOf(against: readonly Reason[], isBadAnyway: boolean): string[] {
  const has = (code: Reason["code"]) => against.some((reason) => reason.code === code);
  const bad = isBadAnyway ? ["BAD_USER_INPUT"] : [];
  if (has("NOT_FOUND")) return ["NOT_FOUND", ...bad];
  const first = (["LAW", "FORBIDDEN", "CONFLICT"] as const).find(has);
  return [...(first ? [first] : []), ...(has("BAD_USER_INPUT") ? ["BAD_USER_INPUT"] : bad)];
}

/** The rules one of which the refusal names; none: a reason without a rule of its own is among them. */
export function rulesOf(against: readonly Reason[], codes: readonly string[]): string[] {
  const decisive = against.filter(({ code }) => code === codes[0] && code !== "BAD_USER_INPUT");
  const rules = decisive.flatMap(({ rule }) => rule ?? []);
  return codes.length === 1 && rules.length === decisive.length ? [...new Set(rules)] : [];
}

/** What may not be, whichever record it is for; so it may be told before the record is looked for. */
export function badValues(input: Given): boolean {
  const { title, estimate, value } = input;
  const isNegative = [estimate, value].some((figure) => typeof figure === "number" && figure < 0);
  const isBlank = title === null || (typeof title === "string" && title.trim() === "");
  return isNegative || (title !== undefined && (isBlank || (title as string).length > 500));
}

function isDateFault(start: unknown, due: unknown): boolean {
  return typeof start === "string" && typeof due === "string" && start > due;
}

function labelsKnown(eyes: Eyes, unitId: string, ids: unknown): boolean {
  const known = eyes.world.labels.filter((label) => label.unitId === unitId).map(({ id }) => id);
  return ((ids as string[] | undefined) ?? []).every((id) => known.includes(id));
}

/** R5, L2, R1. */
export function againstCreation(eyes: Eyes, input: Given): Reason[] {
  const { world } = eyes;
  const unit = rowOrNull(world.units, input["unit"] as string);
  const status = rowOrNull(world.statuses, input["status"] as string | null);
  const assignee = rowOrNull(world.people, input["assignee"] as string | null);
  const isMissing =
    (input["status"] != null && !status) ||
    (input["assignee"] != null && !assignee) ||
    (input["parent"] != null && !eyes.issue(input["parent"] as string));
  if (!unit || isMissing) return [NOT_FOUND];
  const hats = eyes.inUnit(unit.id);
  const isManager = hats.has("MANAGER");
  const against: Reason[] = [];
  if (status?.category === "CLOSED" && !eyes.isBoss) against.push(LAW("L2"));
  if (!eyes.mayInUnit(unit.id, "createIssue")) against.push(FORBIDDEN());
  const assignsOther = assignee !== null && assignee.id !== eyes.me;
  if (!isManager && (assignsOther || (status !== null && isDone(status.category)))) against.push(FORBIDDEN());
  if (unit.archived) against.push(CONFLICT("R1"));
  if (status && status.unitId !== unit.id) against.push(BAD);
  if (!labelsKnown(eyes, unit.id, input["labels"])) against.push(BAD);
  if (assignee && !canHold(hatsInUnit(world, assignee.id, unit.id))) against.push(BAD);
  if (isDateFault(input["startDate"], input["dueDate"])) against.push(BAD);
  return against;
}

/**
 * The values that a revision had: each event of the issue raises it by one (I5). Counted from the newest: an issue that a
 * random company begins with has its comments' events in its first revision.
 */
export function valueAt(eyes: Eyes, issue: Issue, field: string, revision: number): unknown {
  const all = eyes.world.events.filter((event) => event.issueId === issue.id);
  const events = all.slice(0, all.length - (issue.revision - revision));
  const changes = events.flatMap((event) => (event.entity === "issue" ? event.changes : []));
  return changes.filter((change) => change.field === field).at(-1)?.after ?? null;
}

function sameSet(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? [...new Set(value as string[])].sort() : value);
  return sorted(one ?? []) === sorted(other ?? []) || one === other;
}

/** I5: somebody changed the same field since, to another value than is wished. */
function isStale(eyes: Eyes, issue: Issue, revision: number, input: Given): boolean {
  return Object.entries(input).some(([field, wanted]) => {
    if (field === "addLabels" || field === "removeLabels") return false;
    const [base, now] = [valueAt(eyes, issue, field, revision), valueAt(eyes, issue, field, issue.revision)];
    const wish = field === "labels" ? wishedLabels(issue, input) : wanted;
    return !sameSet(base, now) && !sameSet(now, wish);
  });
}

export function wishedLabels(issue: Issue, input: Given): string[] {
  const { labels, addLabels, removeLabels } = input as Readonly<Record<string, string[] | undefined>>;
  const all = new Set([...(labels ?? issue.labelIds), ...(addLabels ?? [])]);
  for (const id of removeLabels ?? []) all.delete(id);
  return [...all].sort();
}

/** R5, R9: a MANAGER edits, or a custom role that may write each of the fields; I1: no cycle. */
export function againstEdit(eyes: Eyes, id: string, revision: number, input: Given): Reason[] {
  const { world } = eyes;
  const issue = eyes.issue(id);
  const parent = eyes.issue(input["parent"] as string | null);
  if (!issue || (input["parent"] != null && !parent)) return [NOT_FOUND];
  const against: Reason[] = [];
  const fields = Object.keys(input).map((field) => (field.endsWith("Labels") ? "labels" : field));
  if (!fields.every((field) => eyes.writes(issue, field))) against.push(FORBIDDEN());
  against.push(...frozenReasons(world, issue), ...keptReasons(world, issue));
  const isKnown = revision >= 1 && revision <= issue.revision;
  if (!isKnown) against.push(BAD);
  else if (isStale(eyes, issue, revision, input)) against.push(CONFLICT("I5"));
  const { addLabels, removeLabels } = input as Readonly<Record<string, string[] | undefined>>;
  if (!labelsKnown(eyes, issue.unitId, input["labels"]) || !labelsKnown(eyes, issue.unitId, addLabels))
    against.push(BAD);
  if ((removeLabels ?? []).some((label) => addLabels?.includes(label))) against.push(BAD);
  if (parent && isBelowOrSame(eyes, parent, issue)) against.push(BAD);
  const { startDate = issue.startDate, dueDate = issue.dueDate } = input;
  const isTouched = input["startDate"] !== undefined || input["dueDate"] !== undefined;
  if (isTouched && isDateFault(startDate, dueDate)) against.push(BAD);
  return against;
}

function isBelowOrSame(eyes: Eyes, one: Issue, above: Issue): boolean {
  for (let at: Issue | null = one; at; at = rowOrNull(eyes.world.issues, at.parentId))
    if (at.id === above.id) return true;
  return false;
}

export interface MoveArgs {
  readonly id: string;
  readonly status: string | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly revision: number | null;
}

/** I3, I4, I5, L2. The place in the order is no condition: it goes on in transit too (H3). */
export function againstMoveTo(eyes: Eyes, args: MoveArgs): Reason[] {
  const { world } = eyes;
  const issue = eyes.issue(args.id);
  const target = args.status === null ? null : rowOrNull(world.statuses, args.status);
  if (!issue || (args.status !== null && !target)) return [NOT_FOUND];
  const against: Reason[] = [];
  const isMove = target !== null && target.id !== issue.statusId;
  if (isMove && target.unitId !== issue.unitId) return [BAD];
  if (isMove) against.push(...againstMove(eyes, issue, target));
  if (!isMove && !eyes.writes(issue, "rank")) against.push(FORBIDDEN());
  if (!isMove && issue.archived) against.push(CONFLICT("L5"));
  if ([args.after, args.before].includes(issue.id)) against.push(BAD);
  const { revision } = args;
  if (revision !== null && (revision < 1 || revision > issue.revision)) against.push(BAD);
  else if (revision !== null && isMove && valueAt(eyes, issue, "status", revision) !== issue.statusId)
    against.push(CONFLICT("I5"));
  return against;
}

/** L3: the unit's MANAGER names the holder, who must be able to hold it. */
export function againstAssignment(eyes: Eyes, id: string, assigneeId: string | null): Reason[] {
  const { world } = eyes;
  const issue = eyes.issue(id);
  if (!issue || (assigneeId !== null && !rowOrNull(world.people, assigneeId))) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.has(issue, "MANAGER")) against.push(FORBIDDEN("L3"));
  against.push(...frozenReasons(world, issue), ...keptReasons(world, issue));
  if (assigneeId !== null && !canHold(hatsInUnit(world, assigneeId, issue.unitId))) against.push(BAD);
  return against;
}

/** R5: an open issue that nobody holds. */
export function againstTaking(eyes: Eyes, id: string): Reason[] {
  const issue = eyes.issue(id);
  if (!issue) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.may(issue, "take")) against.push(FORBIDDEN("R5"));
  const isClosed = rowOf(eyes.world.statuses, issue.statusId).category === "CLOSED";
  if (issue.assigneeId !== null || isClosed) against.push(CONFLICT("R5"));
  against.push(...frozenReasons(eyes.world, issue), ...keptReasons(eyes.world, issue));
  return against;
}

export function againstComment(eyes: Eyes, id: string, internal: boolean): Reason[] {
  const issue = eyes.issue(id);
  if (!issue) return [NOT_FOUND];
  return mayComment(eyes, issue, internal) ? [] : [FORBIDDEN()];
}

/** Section 2: change: whoever wrote it, while they could still write it. */
export function againstRewording(eyes: Eyes, comment: Comment | null): Reason[] {
  if (!comment || !eyes.readsComment(comment)) return [NOT_FOUND];
  const issue = rowOf(eyes.world.issues, comment.issueId);
  if (comment.authorId !== eyes.me) return [FORBIDDEN()];
  return mayComment(eyes, issue, comment.internal) ? [] : [FORBIDDEN()];
}
