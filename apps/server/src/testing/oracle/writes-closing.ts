import { noId, someOwnIssue, type Operation, type Setting } from "./operation.js";
import { randomText, token } from "./random-company.js";
import {
  againstArchiving,
  againstClosing,
  againstEach,
  againstEnding,
  againstReopening,
  againstReturning,
  endedStatus,
  firstStatus,
} from "./rules/closing.js";
import type { Patch } from "./rules/effects.js";
import type { Eyes } from "./rules/eyes.js";
import type { Reason } from "./rules/reasons.js";
import { categoryOf } from "./rules/workflow.js";
import { rowOf, type Category, type Issue } from "./rules/world.js";
import { doWrite } from "./write.js";

/** One of a category, if there is any that the viewer sees. */
function someOf(setting: Setting, ...categories: readonly Category[]): Issue {
  const { trial, dice, by } = setting;
  const fitting = trial.eyes(by).issues.filter((one) => categories.includes(categoryOf(trial.world, one)));
  return fitting.length > 0 && dice.chance(0.8) ? dice.pick(fitting) : someOwnIssue(setting);
}

/** A few at once, with parents and their sub-issues among them. */
function several(setting: Setting, ...categories: readonly Category[]): string[] {
  const { dice, trial } = setting;
  const count = dice.pick([0, 1, 1, 1, 2, 3]);
  const issues = Array.from({ length: count }, () => someOf(setting, ...categories));
  const below = trial.world.issues.filter(({ parentId }) => issues.some(({ id }) => id === parentId));
  const ids = [...issues, ...dice.some(below, 0.5)].map(({ id }) => id);
  return dice.chance(0.97) ? ids : [...ids, noId(dice)];
}

/** L2: closes them all, or none. */
const close: Operation = (setting) => {
  const { dice } = setting;
  const ids = several(setting, "RESOLVED", "RESOLVED", "IN_PROGRESS");
  const comment = dice.chance(0.4) ? randomText(dice, token(dice)) : null;
  const closed = ({ world }: Eyes, id: string): Patch => {
    const issue = rowOf(world.issues, id);
    const statusId = firstStatus(world, issue.unitId, "CLOSED").id;
    return { statusId, resolution: issue.resolution ?? "DONE" };
  };
  return doWrite(setting, {
    name: "closeIssues",
    declared: "$ids: [ID!]!, $comment: String",
    passed: "ids: $ids, comment: $comment, MUTATION",
    variables: { ids, comment },
    ...{ type: "Issue", isList: true, selection: setting.selections.issue(1) },
    against: (eyes) => againstEach(eyes, ids, (_, issue) => againstClosing(eyes, issue, ids)),
    isBadAnyway: ids.length === 0,
    patches: (eyes) => Object.fromEntries(ids.map((id) => [id, closed(eyes, id)])),
    fault: ({ world }, after) => {
      const wanted = world.comments.length + (comment === null ? 0 : new Set(ids).size);
      return after.comments.length === wanted ? null : `${String(after.comments.length)} comments`;
    },
    record: (after) => [...new Set(ids)].map((id) => rowOf(after.world.issues, id)),
  });
};

function backToWork({ world }: Eyes, id: string): Patch {
  const statusId = firstStatus(world, rowOf(world.issues, id).unitId, "IN_PROGRESS").id;
  return { statusId, resolution: null };
}

const giveBack: Operation = (setting) => {
  const { dice } = setting;
  const ids = several(setting, "RESOLVED");
  const reason = dice.chance(0.95) ? randomText(dice, token(dice)) : " ";
  return doWrite(setting, {
    name: "returnIssues",
    declared: "$ids: [ID!]!, $reason: String!",
    passed: "ids: $ids, reason: $reason, MUTATION",
    variables: { ids, reason },
    ...{ type: "Issue", isList: true, selection: setting.selections.issue(1) },
    against: (eyes) => againstEach(eyes, ids, againstReturning),
    isBadAnyway: ids.length === 0 || reason === " ",
    patches: (eyes) => Object.fromEntries(ids.map((id) => [id, backToWork(eyes, id)])),
    record: (after) => [...new Set(ids)].map((id) => rowOf(after.world.issues, id)),
  });
};

interface Ending {
  readonly name: string;
  readonly issue: Issue;
  readonly withReason: boolean;
  readonly against: (eyes: Eyes, issue: Issue) => readonly Reason[];
  readonly patch: (eyes: Eyes, id: string) => Patch;
}

/** What is done to one issue, perhaps with a reason. */
function endOne(setting: Setting, { name, issue, withReason, against, patch }: Ending): Promise<void> {
  const { dice, selections } = setting;
  const id = dice.chance(0.98) ? issue.id : noId(dice);
  const reason = dice.chance(0.95) ? randomText(dice, token(dice)) : " ";
  const [declared, passed] = withReason ? [", $reason: String!", "reason: $reason, "] : ["", ""];
  return doWrite(setting, {
    name,
    declared: `$id: ID!${declared}`,
    passed: `id: $id, ${passed}MUTATION`,
    variables: { id, ...(withReason && { reason }) },
    ...{ type: "Issue", selection: selections.issue(1) },
    against: (eyes) => againstEach(eyes, [id], against),
    isBadAnyway: withReason && reason === " ",
    patches: (eyes) => ({ [id]: patch(eyes, id) }),
    record: (after) => after.issue(id),
  });
}

const reopen: Operation = (setting) =>
  endOne(setting, {
    ...{ name: "reopenIssue", issue: someOf(setting, "CLOSED"), withReason: true },
    ...{ against: againstReopening, patch: backToWork },
  });

const cancel: Operation = (setting) =>
  endOne(setting, {
    ...{ name: "cancelIssue", issue: someOwnIssue(setting), withReason: true },
    against: (eyes, issue) => againstEnding(eyes, issue, "CANCELLED"),
    patch: ({ world }, id) => {
      const statusId = endedStatus(world, rowOf(world.issues, id)).id;
      return { statusId, resolution: "CANCELLED" };
    },
  });

const archive: Operation = (setting) =>
  endOne(setting, {
    ...{ name: "archiveIssue", issue: someOf(setting, "CLOSED"), withReason: false },
    ...{ against: againstArchiving, patch: () => ({ archived: true }) },
  });

export const CLOSING_WRITES: readonly (readonly [number, string, Operation])[] = [
  [6, "closeIssues", close],
  [4, "returnIssues", giveBack],
  [4, "reopenIssue", reopen],
  [4, "cancelIssue", cancel],
  [3, "archiveIssue", archive],
];
