import { noId, someOwnIssue, type Operation, type Setting } from "./operation.js";
import { randomText, token } from "./random-company.js";
import { arrivalPatches, outcomeOfAcceptance, outcomeOfStart, passageFault } from "./rules/arrival.js";
import { Eyes } from "./rules/eyes.js";
import {
  againstAcceptance,
  againstAnswer,
  againstHandOff,
  againstStart,
  againstWithdrawal,
  mayActFor,
} from "./rules/handoff.js";
import { rowOf, type Handoff, type Issue, type Step, type World } from "./rules/world.js";
import { doWrite, type Write } from "./write.js";

const words = ({ dice }: Setting) => (dice.chance(0.5) ? randomText(dice, token(dice)) : null);

const handoffWrite = (setting: Setting, find: (world: World) => Handoff | null) =>
  ({
    type: "Handoff",
    selection: setting.selections.handoff(1),
    record: (after) => find(after.world),
  }) satisfies Partial<Write>;

/** A boss may act on every step, so that nothing would wait: often somebody else who may start one. */
function someStart(setting: Setting): readonly [Setting, Issue] {
  const { dice, trial } = setting;
  const { world } = trial;
  const issue = dice.pick(world.issues);
  const starters = world.people.filter(({ id, active }) => {
    const eyes = new Eyes(world, id);
    return active && !eyes.isBoss && eyes.sees(issue) && againstHandOff(eyes, issue).length === 0;
  });
  if (starters.length > 0 && dice.chance(0.8)) return [{ ...setting, by: dice.pick(starters).id }, issue];
  const open = trial.eyes(setting.by).issues.filter((one) => !one.archived && one.resolution === null);
  return [setting, dice.chance(0.7) && open.length > 0 ? dice.pick(open) : someOwnIssue(setting)];
}

/** H1, H3, H4. */
const start: Operation = (given) => {
  const [setting, issue] = someStart(given);
  const { dice, trial, by } = setting;
  const id = dice.chance(0.98) ? issue.id : noId(dice);
  const toUnit = dice.chance(0.97) ? dice.pick(trial.world.units).id : noId(dice);
  const withSubIssues = dice.chance(0.5);
  const args = { id, toUnit, comment: words(setting), withSubIssues };
  const outcome = (world: World) => outcomeOfStart(world, rowOf(world.issues, id), toUnit, by, withSubIssues);
  return doWrite(setting, {
    name: "startHandoff",
    declared: "$id: ID!, $toUnit: ID!, $comment: String, $withSubIssues: Boolean",
    passed: "issue: $id, toUnit: $toUnit, comment: $comment, withSubIssues: $withSubIssues, MUTATION",
    variables: args,
    ...handoffWrite(
      setting,
      (world) => world.handoffs.filter((one) => one.issueId === id && one.carriedBy === null).at(-1) ?? null,
    ),
    against: (eyes) => againstStart(eyes, id, toUnit),
    patches: ({ world }) => arrivalPatches(world, outcome(world)),
    fault: ({ world }, after) => passageFault(world, after, outcome(world)),
  });
};

/** More often a step that waits, and often by somebody who may act on it. */
function someStep(setting: Setting): readonly [Setting, Step | null] {
  const { trial, dice } = setting;
  const { world } = trial;
  const waiting = world.steps.filter((step) => step.current);
  const among = waiting.length > 0 && dice.chance(0.85) ? waiting : world.steps;
  if (among.length === 0) return [setting, null];
  const step = dice.pick(among);
  const heads = world.people.filter(({ id, active }) => active && mayActFor(world, id, step.unitId));
  const by = heads.length > 0 && dice.chance(0.7) ? dice.pick(heads).id : setting.by;
  return [{ ...setting, by }, step];
}

/** H2, H4. */
const accept: Operation = (given) => {
  const [setting, step] = someStep(given);
  const { dice, trial, by } = setting;
  const id = step?.id ?? noId(dice);
  const assignee = dice.chance(0.3) ? dice.pick(trial.world.people).id : null;
  const handoffId = step?.handoffId ?? "";
  const outcome = (world: World) =>
    outcomeOfAcceptance(world, rowOf(world.handoffs, handoffId), by, assignee);
  return doWrite(setting, {
    name: "acceptHandoff",
    declared: "$id: ID!, $comment: String, $assignee: ID",
    passed: "step: $id, comment: $comment, assignee: $assignee, MUTATION",
    variables: { id, comment: words(setting), assignee },
    ...handoffWrite(setting, (world) => rowOf(world.handoffs, handoffId)),
    against: (eyes) => againstAcceptance(eyes, id, assignee),
    patches: ({ world }) => arrivalPatches(world, outcome(world)),
    fault: ({ world }, after) => passageFault(world, after, outcome(world)),
  });
};

/** H2: the issue goes back to its holder, with a reason. */
const refuse: Operation = (given) => {
  const [setting, step] = someStep(given);
  const { dice, by } = setting;
  const id = step?.id ?? noId(dice);
  const reason = dice.chance(0.95) ? randomText(dice, token(dice)) : " ";
  return doWrite(setting, {
    name: "refuseHandoff",
    declared: "$id: ID!, $reason: String!",
    passed: "step: $id, reason: $reason, MUTATION",
    variables: { id, reason },
    ...handoffWrite(setting, (world) => rowOf(world.handoffs, step?.handoffId ?? "")),
    against: (eyes) => againstAnswer(eyes, id),
    isBadAnyway: reason === " ",
    fault: (_, after) => {
      const { state, actedBy } = rowOf(after.steps, id);
      const whole = rowOf(after.handoffs, step?.handoffId ?? "").state;
      const isEnded = state === "REFUSED" && whole === "REFUSED" && actedBy === by;
      return isEnded ? null : `the step is ${state}, the hand-off ${whole}`;
    },
  });
};

const withdraw: Operation = (setting) => {
  const { dice, trial } = setting;
  const pending = trial.world.handoffs.filter((one) => one.state === "PENDING" || dice.chance(0.15));
  const handoff = dice.pickOrNull(pending);
  const by = handoff && dice.chance(0.4) ? handoff.startedBy : setting.by;
  const id = handoff?.id ?? noId(dice);
  return doWrite(
    { ...setting, by },
    {
      name: "withdrawHandoff",
      declared: "$id: ID!",
      passed: "handoff: $id, MUTATION",
      variables: { id },
      ...handoffWrite(setting, (world) => rowOf(world.handoffs, id)),
      against: (eyes) => againstWithdrawal(eyes, id),
      fault: (_, after) => (rowOf(after.handoffs, id).state === "WITHDRAWN" ? null : "it goes on"),
    },
  );
};

export const HANDOFF_WRITES: readonly (readonly [number, string, Operation])[] = [
  [16, "startHandoff", start],
  [14, "acceptHandoff", accept],
  [4, "refuseHandoff", refuse],
  [4, "withdrawHandoff", withdraw],
];
