import { byRank } from "./board.js";
import { firstStatus } from "./closing.js";
import type { Patch } from "./effects.js";
import { isInTransit, passageOf, routeOf, stepsOf, type Passage } from "./handoff.js";
import { fold } from "./search.js";
import { categoryOf, isDone } from "./workflow.js";
import { rowOf, type Handoff, type Issue, type World } from "./world.js";

/** A hand-off that is under way, or begins: what the next stroke makes of it. */
export interface Outcome {
  readonly handoff: Pick<Handoff, "issueId" | "fromUnitId" | "toUnitId" | "startedBy" | "withSubIssues">;
  readonly passage: Passage;
  /** H4: who holds it when it has arrived. */
  readonly holder: string;
}

/** H1: begun by somebody who may act on some of the steps themselves. */
export function outcomeOfStart(
  world: World,
  issue: Issue,
  toUnitId: string,
  by: string,
  withSubIssues: boolean,
): Outcome {
  const handoff = { issueId: issue.id, fromUnitId: issue.unitId, toUnitId, startedBy: by, withSubIssues };
  const passage = passageOf(world, routeOf(world, issue.unitId, toUnitId), by, null);
  return { handoff, passage, holder: by };
}

/** H2, H4: accepted by a head, who perhaps names the executor. */
export function outcomeOfAcceptance(
  world: World,
  handoff: Handoff,
  by: string,
  executor: string | null,
): Outcome {
  const steps = stepsOf(world, handoff.id);
  const ahead = steps.slice(steps.findIndex((step) => step.current)).map((step) => step.unitId);
  const passage = passageOf(world, ahead, handoff.startedBy, by);
  return { handoff, passage, holder: executor ?? passage.answers.at(-1)?.by ?? by };
}

function allBelow(world: World, issue: Issue): Issue[] {
  return world.issues
    .filter((child) => child.parentId === issue.id)
    .flatMap((child) => [child, ...allBelow(world, child)]);
}

/** H4: the issue, and if the initiator says so its sub-issues: of the same unit, unfinished, not in transit themselves. */
export function travellers(world: World, { handoff, passage }: Outcome): Issue[] {
  if (passage.turn !== null) return [];
  const issue = rowOf(world.issues, handoff.issueId);
  if (!handoff.withSubIssues) return [issue];
  const along = allBelow(world, issue).filter(
    (sub) =>
      sub.unitId === handoff.fromUnitId &&
      !isDone(categoryOf(world, sub)) &&
      !isInTransit(world, sub) &&
      !sub.archived,
  );
  return [issue, ...along.sort(byRank)];
}

/** H4: labels unknown in the target are cleared; one of the same name becomes the target's own (decision 0012). */
function labelsThere(world: World, issue: Issue, toUnitId: string): string[] {
  const names = issue.labelIds.map((id) => fold(rowOf(world.labels, id).name));
  return world.labels
    .filter((label) => label.unitId === toUnitId && names.includes(fold(label.name)))
    .map(({ id }) => id);
}

/** H4: in one stroke. */
export function arrivalPatches(world: World, outcome: Outcome): Record<string, Patch> {
  const { toUnitId } = outcome.handoff;
  const patches = travellers(world, outcome).map((issue): [string, Patch] => [
    issue.id,
    {
      unitId: toUnitId,
      statusId: firstStatus(world, toUnitId, "BACKLOG").id,
      assigneeId: outcome.holder,
      labelIds: labelsThere(world, issue, toUnitId),
    },
  ]);
  return Object.fromEntries(patches);
}

/** H4: they are at the top of the target's backlog, in the order in which they stood. */
function topFault(before: World, after: World, outcome: Outcome): string | null {
  const ids = travellers(before, outcome).map(({ id }) => id);
  if (ids.length === 0) return null;
  const { toUnitId } = outcome.handoff;
  const statusId = firstStatus(after, toUnitId, "BACKLOG").id;
  const column = after.issues.filter((card) => !card.archived && card.statusId === statusId).sort(byRank);
  const top = column.slice(0, ids.length).map(({ id }) => id);
  return JSON.stringify(top) === JSON.stringify(ids) ? null : `on top are ${top.join()}, not ${ids.join()}`;
}

/** H2, H4: how the hand-off stands after the stroke. */
export function passageFault(before: World, after: World, outcome: Outcome): string | null {
  const { handoff, passage } = outcome;
  const own = after.handoffs.filter((one) => one.issueId === handoff.issueId && one.carriedBy === null);
  const now = own.at(-1);
  if (!now) return "there is no hand-off";
  const state = passage.turn === null ? "ACCEPTED" : "PENDING";
  if (now.state !== state) return `the hand-off is ${now.state}, not ${state}`;
  const steps = stepsOf(after, now.id);
  const turn = steps.find((step) => step.current)?.unitId ?? null;
  if (turn !== passage.turn) return `it is the turn of ${String(turn)}, not of ${String(passage.turn)}`;
  const answered = steps.filter((step) => step.state === "ACCEPTED");
  const last = answered.slice(answered.length - passage.answers.length);
  const acted = last.map((step) => ({ unitId: step.unitId, by: step.actedBy }));
  if (JSON.stringify(acted) !== JSON.stringify(passage.answers))
    return `accepted: ${JSON.stringify(acted)}, not ${JSON.stringify(passage.answers)}`;
  return topFault(before, after, outcome);
}
