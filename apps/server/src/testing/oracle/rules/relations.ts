import type { Eyes } from "./eyes.js";
import { frozenReasons } from "./kept.js";
import { BAD, CONFLICT, FORBIDDEN, NOT_FOUND, type Reason } from "./reasons.js";
import { categoryOf, isDone } from "./workflow.js";
import { rowOf, rowOrNull, type Issue, type Relation, type World } from "./world.js";

/** I2: as they read from either side. */
const INVERSE: Readonly<Record<string, string>> = {
  RELATES: "RELATES",
  BLOCKS: "BLOCKED_BY",
  BLOCKED_BY: "BLOCKS",
  DUPLICATES: "DUPLICATED_BY",
  DUPLICATED_BY: "DUPLICATES",
  PRECEDES: "FOLLOWS",
  FOLLOWS: "PRECEDES",
};
export const RELATION_TYPES = Object.keys(INVERSE);
const KINDS = ["RELATES", "BLOCKS", "DUPLICATES", "PRECEDES"];

export interface ShownRelation {
  readonly id: string;
  readonly type: string;
  readonly other: Issue;
  readonly delayDays: number | null;
}

/** I2, R11: from both sides, but for those whose other issue is not seen; oldest first. */
export function relationsOf(eyes: Eyes, issue: Issue): ShownRelation[] {
  return eyes.world.relations.flatMap(({ id, fromId, toId, kind, delayDays, ended }) => {
    if (ended || (fromId !== issue.id && toId !== issue.id)) return [];
    const isForward = fromId === issue.id;
    const other = eyes.issue(isForward ? toId : fromId);
    return other ? [{ id, type: isForward ? kind : (INVERSE[kind] ?? ""), other, delayDays }] : [];
  });
}

/** I2: an unfinished issue that the viewer sees blocks it. */
export function isBlocked(eyes: Eyes, issue: Issue): boolean {
  return relationsOf(eyes, issue).some(
    ({ type, other }) => type === "BLOCKED_BY" && !isDone(categoryOf(eyes.world, other)),
  );
}

export type Wish = Pick<Relation, "fromId" | "toId" | "kind" | "delayDays">;

/** As it is kept. */
export function keptAs(fromId: string, toId: string, type: string, delayDays: number | null): Wish {
  const isForward = KINDS.includes(type);
  const kind = isForward ? type : (INVERSE[type] ?? "");
  const sides = isForward ? { fromId, toId } : { fromId: toId, toId: fromId };
  return { ...sides, kind, delayDays: kind === "PRECEDES" ? (delayDays ?? 0) : null };
}

export function isRelated(world: World, { fromId, toId, kind }: Wish): boolean {
  return world.relations.some((one) => {
    if (one.ended || one.kind !== kind) return false;
    const isSame = one.fromId === fromId && one.toId === toId;
    return isSame || (kind === "RELATES" && one.fromId === toId && one.toId === fromId);
  });
}

/** I2: whether one leads to the other by relations of a kind, at whatever distance. */
function leads(
  world: World,
  fromId: string,
  toId: string,
  kind: string,
  seen: readonly string[] = [],
): boolean {
  if (fromId === toId) return true;
  if (seen.includes(fromId)) return false;
  return world.relations.some(
    (one) =>
      !one.ended &&
      one.kind === kind &&
      one.fromId === fromId &&
      leads(world, one.toId, toId, kind, [...seen, fromId]),
  );
}

export function makesCircle(world: World, { fromId, toId, kind }: Wish): boolean {
  return kind !== "RELATES" && leads(world, toId, fromId, kind);
}

/** I2: one writes a relation with the MANAGER hat at `from`, while it can change (H3, L5). */
export function againstRelating(eyes: Eyes, from: Issue): Reason[] {
  const against: Reason[] = [];
  if (!eyes.has(from, "MANAGER")) against.push(FORBIDDEN("I2"));
  if (from.archived) against.push(CONFLICT("L5"));
  against.push(...frozenReasons(eyes.world, from));
  return against;
}

/** I2: and sight of `to`. */
export function againstRelation(
  eyes: Eyes,
  fromId: string,
  toId: string,
  type: string,
  delayDays: number | null,
): Reason[] {
  const [from, to] = [eyes.issue(fromId), eyes.issue(toId)];
  if (!from || !to) return [NOT_FOUND];
  const against = againstRelating(eyes, from);
  if (to.archived) against.push(CONFLICT("L5"));
  const wish = keptAs(fromId, toId, type, delayDays);
  if (fromId === toId || makesCircle(eyes.world, wish)) against.push(BAD);
  if (delayDays !== null && (wish.kind !== "PRECEDES" || delayDays < 0)) against.push(BAD);
  if (isRelated(eyes.world, wish)) against.push(CONFLICT("I2"));
  return against;
}

/** With the MANAGER hat at either end, as it shows from both. */
export function writerOf(eyes: Eyes, { fromId, toId }: Pick<Relation, "fromId" | "toId">): Issue {
  const both = [rowOf(eyes.world.issues, fromId), rowOf(eyes.world.issues, toId)] as const;
  return both.find((issue) => eyes.has(issue, "MANAGER")) ?? both[0];
}

export function againstUnrelating(eyes: Eyes, relationId: string): Reason[] {
  const relation = rowOrNull(eyes.world.relations, relationId);
  if (!relation || relation.ended) return [NOT_FOUND];
  const [from, to] = [eyes.issue(relation.fromId), eyes.issue(relation.toId)];
  if (!from || !to) return [NOT_FOUND];
  const against = againstRelating(eyes, writerOf(eyes, relation));
  if (from.archived || to.archived) against.push(CONFLICT("L5"));
  // L5: what was merged says so as long as it ends as a duplicate.
  if (relation.kind === "DUPLICATES" && from.resolution === "DUPLICATE") against.push(CONFLICT("L5"));
  return against;
}
