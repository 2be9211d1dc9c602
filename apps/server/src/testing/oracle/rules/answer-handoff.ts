import { answer, answers, hide, type TypeReader } from "./answer.js";
import type { Eyes } from "./eyes.js";
import { headIdsOf } from "./hats.js";
import { mayWithdraw, stepsOf } from "./handoff.js";
import { InAnyOrder } from "./selection.js";
import { rowOf, rowOrNull, type Handoff, type Step } from "./world.js";

/** What is said in a hand-off is read like the issue's conditions (section 2). */
function words(eyes: Eyes, issueId: string, coordinate: string, text: string | null): string | null {
  return eyes.reads(rowOf(eyes.world.issues, issueId), "handoffWords") ? text : hide(eyes, coordinate);
}

const HANDOFF: TypeReader = {
  id: (_, one: Handoff) => one.id,
  issue: (eyes, one: Handoff, { of }) => answer(eyes, "Issue", eyes.issue(one.issueId), of ?? []),
  from: (eyes, one: Handoff, { of }) =>
    answer(eyes, "Unit", rowOf(eyes.world.units, one.fromUnitId), of ?? []),
  to: (eyes, one: Handoff, { of }) => answer(eyes, "Unit", rowOf(eyes.world.units, one.toUnitId), of ?? []),
  state: (_, one: Handoff) => one.state,
  startedBy: (eyes, one: Handoff, { of }) =>
    answer(eyes, "User", rowOf(eyes.world.people, one.startedBy), of ?? []),
  startedAt: (_, one: Handoff) => one.startedAt,
  endedAt: (_, one: Handoff) => one.endedAt,
  withSubIssues: (_, one: Handoff) => one.withSubIssues,
  comment: (eyes, one: Handoff) => words(eyes, one.issueId, "Handoff.comment", one.comment),
  steps: (eyes, one: Handoff, { of }) => answers(eyes, "HandoffStep", stepsOf(eyes.world, one.id), of ?? []),
  canWithdraw: (eyes, one: Handoff) => one.state === "PENDING" && mayWithdraw(eyes, one),
};

const handoffOf = (eyes: Eyes, step: Step) => rowOf(eyes.world.handoffs, step.handoffId);

/** H5: from its turn to its answer, to the end of the hand-off, or to now. */
function waitedMinutes(eyes: Eyes, step: Step): number | null {
  if (step.turnAt === null) return null;
  const until = step.actedAt ?? handoffOf(eyes, step).endedAt;
  const end = until === null ? Date.now() : Date.parse(until);
  return Math.max(0, Math.floor((end - Date.parse(step.turnAt)) / 60_000));
}

const STEP: TypeReader = {
  id: (_, step: Step) => step.id,
  handoff: (eyes, step: Step, { of }) => answer(eyes, "Handoff", handoffOf(eyes, step), of ?? []),
  current: (_, step: Step) => step.current,
  unit: (eyes, step: Step, { of }) => answer(eyes, "Unit", rowOf(eyes.world.units, step.unitId), of ?? []),
  state: (_, step: Step) => step.state,
  actedBy: (eyes, step: Step, { of }) =>
    answer(eyes, "User", rowOrNull(eyes.world.people, step.actedBy), of ?? []),
  actedAt: (_, step: Step) => step.actedAt,
  reason: (eyes, step: Step) => words(eyes, handoffOf(eyes, step).issueId, "HandoffStep.reason", step.reason),
  comment: (eyes, step: Step) =>
    words(eyes, handoffOf(eyes, step).issueId, "HandoffStep.comment", step.comment),
  waitedMinutes: (eyes, step: Step) => waitedMinutes(eyes, step),
  canAct: (eyes, step: Step) => step.current && eyes.manages(step.unitId),
};

/** H1: the record is the id of a unit on the way. */
const ROUTE_STEP: TypeReader = {
  unit: (eyes, unitId: string, { of }) => answer(eyes, "Unit", rowOf(eyes.world.units, unitId), of ?? []),
  heads: (eyes, unitId: string, { of }) => {
    const heads = headIdsOf(eyes.world, unitId).map((id) => rowOf(eyes.world.people, id));
    return new InAnyOrder(answers(eyes, "User", heads, of ?? []));
  },
  yours: (eyes, unitId: string) => eyes.manages(unitId),
};

export const HANDOFFS = { Handoff: HANDOFF, HandoffStep: STEP, RouteStep: ROUTE_STEP } satisfies Record<
  string,
  TypeReader
>;
