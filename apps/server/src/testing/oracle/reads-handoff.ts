import {
  answered,
  askAndJudge,
  noId,
  refused,
  someIssue,
  someOwnIssue,
  type Operation,
} from "./operation.js";
import { answers } from "./rules/answer.js";
import { inboxOf, routeOf } from "./rules/handoff.js";
import { headIdsOf } from "./rules/hats.js";
import { printSelection } from "./rules/selection.js";
import { rowOrNull } from "./rules/world.js";

/** H5: what waits for a head; more often for one for whom something does. */
const readInbox: Operation = async (setting) => {
  const { trial, dice, selections } = setting;
  const waiting = trial.world.steps.filter((step) => step.current);
  const heads = waiting.flatMap((step) => headIdsOf(trial.world, step.unitId));
  const by = heads.length > 0 && dice.chance(0.6) ? dice.pick(heads) : setting.by;
  const selection = selections.step(1, true);
  const document = `{ handoffInbox ${printSelection(selection)} }`;
  await askAndJudge({ ...setting, by }, document, {}, (eyes) =>
    answered(eyes, { handoffInbox: answers(eyes, "HandoffStep", inboxOf(eyes), selection) }),
  );
};

/** H1: the way that a hand-off would take. */
const readRoute: Operation = async (setting) => {
  const { trial, dice, selections } = setting;
  const issue = dice.chance(0.95) ? someIssue(setting).id : noId(dice);
  const toUnit = dice.chance(0.95) ? dice.pick(trial.world.units).id : noId(dice);
  const selection = selections.routeStep();
  const document = `query($issue: ID!, $toUnit: ID!) {
    handoffRoute(issue: $issue, toUnit: $toUnit) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { issue, toUnit }, (eyes) => {
    const from = eyes.issue(issue)?.unitId;
    if (from === undefined || !rowOrNull(eyes.world.units, toUnit)) return refused("NOT_FOUND");
    if (from === toUnit) return refused("BAD_USER_INPUT");
    const route = routeOf(eyes.world, from, toUnit);
    return answered(eyes, { handoffRoute: answers(eyes, "RouteStep", route, selection) });
  });
};

/** H5: the trail of an issue that has one, by itself. */
const readTrail: Operation = async (setting) => {
  const { trial, dice, selections } = setting;
  const passed = trial.world.handoffs.map((handoff) => handoff.issueId);
  const issue = passed.length > 0 ? dice.pick(passed) : someOwnIssue(setting).id;
  const selection = [
    { field: "inTransit" },
    { field: "handoffs", of: selections.handoff(1) },
    { field: "relations", of: [{ field: "id" }, { field: "type" }] },
  ];
  const document = `query($issue: ID) { issue(id: $issue) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { issue }, (eyes) => {
    const [told] = answers(eyes, "Issue", [eyes.issue(issue)], selection);
    return answered(eyes, { issue: told });
  });
};

export const HANDOFF_READS: readonly (readonly [number, string, Operation])[] = [
  [7, "handoffInbox", readInbox],
  [4, "handoffRoute", readRoute],
  [7, "handoffs", readTrail],
];
