import { STATUS_CATEGORIES, type Status, type StatusCategory } from "../org/company.js";
import { may, type Action } from "../rights/actions.js";
import { hasHat, type Hats } from "../rights/hats.js";
import { allow, badInput, refuse, type Decision, type Refusal } from "../shared/decision.js";
import { isDone, transitRefusal, type IssueFacts, type StatusFacts } from "./issue-facts.js";
import type { Resolution } from "./issue-kinds.js";

const OPEN = ["BACKLOG", "TODO", "IN_PROGRESS", "RESOLVED"] as const satisfies StatusCategory[];

interface TransitionRule {
  /** Who may, as the table of actions has it; CLOSED asks for a boss beside (L2). */
  readonly action: Action;
  readonly from: readonly StatusCategory[];
  readonly to: readonly StatusCategory[];
}

/** I3: the default workflow. R6: a REPORTER wears their hat only on what they hold. L2: CLOSED is the boss's. */
const TRANSITIONS: readonly TransitionRule[] = [
  { action: "move", from: OPEN, to: ["BACKLOG", "TODO", "IN_PROGRESS"] },
  { action: "start", from: OPEN, to: ["IN_PROGRESS"] },
  { action: "resolve", from: OPEN, to: ["RESOLVED"] },
  { action: "close", from: STATUS_CATEGORIES, to: ["CLOSED"] },
  { action: "reopen", from: ["CLOSED"], to: STATUS_CATEGORIES },
];

/** I3: whether a wearer of these hats may move an issue from one category to another, facts of the issue apart. */
function isTransition(hats: Hats, isBoss: boolean, from: StatusCategory, to: StatusCategory): boolean {
  return TRANSITIONS.some(
    (rule) =>
      may(rule.action, hats) &&
      (isBoss || (from !== "CLOSED" && to !== "CLOSED")) &&
      rule.from.includes(from) &&
      rule.to.includes(to),
  );
}

export type Transitions = ReadonlyMap<StatusCategory, ReadonlySet<StatusCategory>>;

/** I3: from which category a wearer of these hats may move an issue to which. */
export function transitionsFor(hats: Hats, isBoss: boolean): Transitions {
  const reachable = (from: StatusCategory) =>
    new Set(STATUS_CATEGORIES.filter((to) => isTransition(hats, isBoss, from, to)));
  return new Map(STATUS_CATEGORIES.map((from) => [from, reachable(from)]));
}

/** L2: only a boss, or a deputy in a boss's name, brings an issue into CLOSED or out of it. */
function lawOnClosing(from: StatusCategory, to: StatusCategory, isBoss: boolean): Refusal | null {
  if (isBoss || (from === "CLOSED") === (to === "CLOSED")) return null;
  return refuse("LAW", "L2", to === "CLOSED" ? "issue.onlyBossCloses" : "issue.onlyBossReopens");
}

/**
 * I1: nothing is resolved or closed over unfinished sub-issues. Their number is told only where the viewer sees them all;
 * that something unseen stands in the way may be said (R10).
 */
function unfinishedBelow(facts: IssueFacts, to: StatusCategory): Refusal | null {
  if (facts.unfinishedSubIssues === 0 || !isDone(to) || to === facts.status.category) return null;
  if (facts.seenUnfinishedSubIssues === facts.unfinishedSubIssues) {
    return refuse("CONFLICT", "I1", "issue.subIssuesUnfinished", { count: facts.unfinishedSubIssues });
  }
  return refuse("CONFLICT", "I1", "issue.subIssuesUnfinishedUnseen");
}

/** L5, R1: an archived issue stays where it is; in an archived unit nothing becomes unfinished, but a boss may close. */
function archivedStays(facts: IssueFacts, to: StatusCategory): Refusal | null {
  if (facts.archived) return refuse("CONFLICT", "L5", "issue.archived");
  return facts.unitArchived && !isDone(to) ? refuse("CONFLICT", "R1", "unit.archived") : null;
}

/** I3, L2, I1: whether the issue may get another status. The present one is no move: see `canRank`. */
export function canMoveTo(facts: IssueFacts, hats: Hats, isBoss: boolean, target: StatusFacts): Decision {
  return canGoTo(facts, isBoss, target, (from, to) => isTransition(hats, isBoss, from, to), hats);
}

/**
 * I6: whether a move may be taken back. The right is that of the move itself, held now, whichever way it went: a REPORTER who
 * began work by mistake brings it back to where the workflow would not let them take it (R6).
 */
export function canMoveBack(facts: IssueFacts, hats: Hats, isBoss: boolean, target: StatusFacts): Decision {
  const isAllowed: Transition = (from, to) =>
    isTransition(hats, isBoss, from, to) || isTransition(hats, isBoss, to, from);
  return canGoTo(facts, isBoss, target, isAllowed, hats);
}

type Transition = (from: StatusCategory, to: StatusCategory) => boolean;

function canGoTo(
  facts: IssueFacts,
  isBoss: boolean,
  target: StatusFacts,
  isAllowed: Transition,
  hats: Hats,
): Decision {
  if (target.unitId !== facts.unitId) return badInput("status", "issue.statusOfOtherUnit");
  if (target.id === facts.status.id) return allow();
  const [from, to] = [facts.status.category, target.category];
  const law = lawOnClosing(from, to, isBoss);
  if (law) return law;
  if (!isAllowed(from, to)) {
    const rule = hasHat(hats, "REPORTER") ? "R6" : "I3";
    return refuse("FORBIDDEN", rule, "issue.transitionNotAllowed");
  }
  return transitRefusal(facts) ?? archivedStays(facts, to) ?? unfinishedBelow(facts, to) ?? allow();
}

/** L5: what is done has a resolution, DONE unless another was given; what is unfinished has none. */
export function resolutionAfter(category: StatusCategory, current: Resolution | null): Resolution | null {
  return isDone(category) ? (current ?? "DONE") : null;
}

/** I3: the statuses of a new unit. */
export function defaultStatuses(): Pick<Status, "name" | "category" | "position">[] {
  const statuses: readonly (readonly [string, StatusCategory])[] = [
    ["Backlog", "BACKLOG"],
    ["To do", "TODO"],
    ["In progress", "IN_PROGRESS"],
    ["Review", "IN_PROGRESS"],
    ["Resolved", "RESOLVED"],
    ["Closed", "CLOSED"],
  ];
  return statuses.map(([name, category], index) => ({ name, category, position: index + 1 }));
}

/** The first status of a category in its unit, by position: where a returned or dropped issue goes (I3). */
export function firstOf<T extends Pick<Status, "category" | "position">>(
  statuses: readonly T[],
  category: StatusCategory,
): T | undefined {
  return statuses
    .filter((status) => status.category === category)
    .toSorted((a, b) => a.position - b.position)[0];
}
