import { CONFLICT, FORBIDDEN, NOT_FOUND, BAD, type Reason } from "./reasons.js";
import type { Eyes } from "./eyes.js";
import { canHold, hatsInUnit, headIdsOf, isActive, stepUnitOf, upFrom } from "./hats.js";
import { keptReasons } from "./kept.js";
import { categoryOf, isDone } from "./workflow.js";
import { rowOf, rowOrNull, type Handoff, type Issue, type Step, type World } from "./world.js";

/** H3: it is in transit while a hand-off of it is pending. */
export function isInTransit(world: World, issue: Issue): boolean {
  return stepUnitOf(world, issue.id) !== null;
}

/** H1: the company's, unless the unit that it leaves says otherwise. */
export function policyOf(world: World, unitId: string): string {
  return rowOf(world.units, unitId).handoffPolicy ?? world.companies[0]?.handoffPolicy ?? "HEADS";
}

/** H1: the units of the steps: the head here, perhaps the common head, the head there. */
export function routeOf(world: World, fromId: string, toId: string): string[] {
  const above = upFrom(world, toId).map(({ id }) => id);
  const common = upFrom(world, fromId).find(({ id }) => above.includes(id))?.id ?? fromId;
  const all = policyOf(world, fromId) === "VIA_COMMON_HEAD" ? [fromId, common, toId] : [fromId, toId];
  const heads = (unitId: string | undefined) =>
    unitId === undefined ? "" : JSON.stringify(headIdsOf(world, unitId).sort());
  // Neighbours with the same heads are one step; the later one stands (decision 0012).
  return all.filter((unitId, at) => heads(unitId) !== heads(all[at + 1]));
}

/** H2: whoever may act for the unit of a step (R3). */
export function mayActFor(world: World, userId: string, unitId: string): boolean {
  return hatsInUnit(world, userId, unitId).has("MANAGER");
}

export function stepsOf(world: World, handoffId: string): Step[] {
  return world.steps.filter((step) => step.handoffId === handoffId);
}

/** H1: a MANAGER starts it, or a HOLDER with the DEVELOPER hat, or any DEVELOPER while nobody is named; R9. */
export function againstHandOff(eyes: Eyes, issue: Issue): Reason[] {
  const { world } = eyes;
  const against: Reason[] = [];
  const mayOwn = eyes.has(issue, "HOLDER") || issue.assigneeId === null;
  const mayStart = eyes.has(issue, "MANAGER") || (eyes.may(issue, "handOff") && mayOwn);
  if (!mayStart) against.push(FORBIDDEN("H1"));
  if (isInTransit(world, issue)) against.push(CONFLICT("H2"));
  against.push(...keptReasons(world, issue));
  if (isDone(categoryOf(world, issue))) against.push(CONFLICT("H1"));
  return against;
}

/** H1: to any active other unit. */
export function againstStart(eyes: Eyes, issueId: string, toId: string): Reason[] {
  const issue = eyes.issue(issueId);
  const target = rowOrNull(eyes.world.units, toId);
  if (!issue || !target) return [NOT_FOUND];
  const against = againstHandOff(eyes, issue);
  if (target.id === issue.unitId) against.push(BAD);
  if (target.archived) against.push(CONFLICT("R1"));
  return against;
}

/** H2: for who sees the issue, and for who acts for a unit whose turn has come: they are owed an answer. */
function answersStep(eyes: Eyes, step: Step | null): step is Step {
  if (!step) return false;
  const issueId = rowOf(eyes.world.handoffs, step.handoffId).issueId;
  return eyes.issue(issueId) !== null || (step.turnAt !== null && eyes.manages(step.unitId));
}

/** H2: only whoever may act for the unit of the current step; the first wins. */
export function againstAnswer(eyes: Eyes, stepId: string): Reason[] {
  const step = rowOrNull(eyes.world.steps, stepId);
  if (!answersStep(eyes, step)) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!eyes.manages(step.unitId)) against.push(FORBIDDEN("H2"));
  if (!step.current) against.push(CONFLICT("H2"));
  return against;
}

/** H4: the executor is named at the last step, and can hold in the target; nothing arrives in an archived unit (R1). */
export function againstAcceptance(eyes: Eyes, stepId: string, executorId: string | null): Reason[] {
  const { world } = eyes;
  if (executorId !== null && !rowOrNull(world.people, executorId)) return [NOT_FOUND];
  const against = againstAnswer(eyes, stepId);
  const step = rowOrNull(world.steps, stepId);
  if (!step) return against;
  const handoff = rowOf(world.handoffs, step.handoffId);
  const isLast = stepsOf(world, handoff.id).at(-1)?.id === step.id;
  const hats = executorId === null ? null : hatsInUnit(world, executorId, handoff.toUnitId);
  if (hats && (!isLast || !canHold(hats))) against.push(BAD);
  if (rowOf(world.units, handoff.toUnitId).archived) against.push(CONFLICT("R1"));
  return against;
}

/** H2: the initiator or their head. */
export function mayWithdraw(eyes: Eyes, handoff: Handoff): boolean {
  return handoff.startedBy === eyes.me || eyes.manages(handoff.fromUnitId);
}

export function againstWithdrawal(eyes: Eyes, handoffId: string): Reason[] {
  const handoff = rowOrNull(eyes.world.handoffs, handoffId);
  if (!handoff || !eyes.issue(handoff.issueId)) return [NOT_FOUND];
  const against: Reason[] = [];
  if (!mayWithdraw(eyes, handoff)) against.push(FORBIDDEN("H2"));
  if (handoff.state !== "PENDING") against.push(CONFLICT("H2"));
  return against;
}

/** Who accepts what, one after another, until somebody else's turn has come. */
export interface Passage {
  readonly answers: readonly { readonly unitId: string; readonly by: string }[];
  /** Whose turn it is then; null: it has arrived. */
  readonly turn: string | null;
}

/** H1: when a step's turn comes and the initiator may act on it, it is accepted in their name. */
export function passageOf(
  world: World,
  ahead: readonly string[],
  startedBy: string,
  acceptedBy: string | null,
): Passage {
  const answers: { unitId: string; by: string }[] = [];
  for (const [at, unitId] of ahead.entries()) {
    const isInitiators = isActive(world, startedBy) && mayActFor(world, startedBy, unitId);
    const by = at === 0 && acceptedBy !== null ? acceptedBy : isInitiators ? startedBy : null;
    if (by === null) return { answers, turn: unitId };
    answers.push({ unitId, by });
  }
  return { answers, turn: null };
}

/** H5: what waits for the viewer as a head or as a deputy of one, the longest waiting first. */
export function inboxOf(eyes: Eyes): Step[] {
  const { world } = eyes;
  const names = [eyes.me, ...eyes.deputyFor];
  return world.steps
    .filter((step) => step.current && headIdsOf(world, step.unitId).some((head) => names.includes(head)))
    .sort((a, b) =>
      (a.turnAt ?? "") < (b.turnAt ?? "") ? -1 : a.turnAt === b.turnAt ? Number(a.id) - Number(b.id) : 1,
    );
}
