import { noId, someOwnIssue, type Operation, type Setting } from "./operation.js";
import { PRIORITIES, randomDay, randomFigure, randomText, token, TYPES } from "./random-company.js";
import {
  againstAssignment,
  againstComment,
  againstCreation,
  againstEdit,
  againstMoveTo,
  againstRewording,
  againstTaking,
  badValues,
} from "./rules/against.js";
import { createdRow, editPatch, movePatch, placeFault } from "./rules/effects.js";
import { rowOf, rowOrNull } from "./rules/world.js";
import { doWrite, type Write } from "./write.js";

type Given = Record<string, unknown>;

function randomConditions({ dice, trial }: Setting, unitId: string): Given {
  const { world } = trial;
  const labels = world.labels
    .filter((label) => label.unitId === unitId || dice.chance(0.03))
    .map(({ id }) => id);
  const all: Given = {
    title: dice.chance(0.95) ? randomText(dice, token(dice)) : " ",
    description: randomText(dice, token(dice)),
    type: dice.pick(TYPES),
    priority: dice.pick(PRIORITIES),
    parent: dice.chance(0.9) ? dice.pick(world.issues).id : noId(dice),
    labels: dice.some(labels, 0.4),
    estimate: dice.chance(0.95) ? randomFigure(dice) : -1,
    value: randomFigure(dice),
    startDate: randomDay(dice, Date.now()),
    dueDate: randomDay(dice, Date.now()),
  };
  return Object.fromEntries(dice.some(Object.entries(all), 0.3));
}

const issueWrite = (setting: Setting, id: string): Pick<Write, "type" | "selection" | "record"> => ({
  type: "Issue",
  selection: setting.selections.issue(1),
  record: (after) => after.issue(id),
});

const create: Operation = (setting) => {
  const { dice, trial, by } = setting;
  const { world } = trial;
  const mine = world.units.filter(
    (unit) => trial.eyes(by).inUnit(unit.id).has("DEVELOPER") || dice.chance(0.1),
  );
  const unit = dice.pick(mine.length > 0 ? mine : world.units).id;
  const statuses = world.statuses.filter((status) => status.unitId === unit || dice.chance(0.01));
  const input: Given = {
    title: randomText(dice, token(dice)),
    ...randomConditions(setting, unit),
    unit: dice.chance(0.97) ? unit : noId(dice),
    ...(dice.chance(0.5) && { status: dice.pick(statuses).id }),
    ...(dice.chance(0.4) && { assignee: dice.chance(0.5) ? by : dice.pick(world.people).id }),
  };
  return doWrite(setting, {
    ...{
      name: "createIssue",
      declared: "$input: CreateIssueInput!",
      passed: "input: $input",
      variables: { input },
    },
    ...issueWrite(setting, ""),
    against: (eyes) => againstCreation(eyes, input),
    isBadAnyway: badValues(input),
    patches: (eyes) => ({ new: createdRow(eyes, input) }),
    record: (after) => after.issue(after.world.issues.at(-1)?.id),
  });
};

const edit: Operation = (setting) => {
  const { dice } = setting;
  const issue = someOwnIssue(setting);
  const id = dice.chance(0.97) ? issue.id : noId(dice);
  const input = { dueDate: null, ...randomConditions(setting, issue.unitId) } as Given;
  const revision = dice.chance(0.7) ? issue.revision : issue.revision + dice.pick([-2, -1, 1]);
  return doWrite(setting, {
    name: "updateIssue",
    declared: "$id: ID!, $revision: Int!, $input: UpdateIssueInput!",
    passed: "id: $id, revision: $revision, input: $input, MUTATION",
    variables: { id, revision, input },
    ...issueWrite(setting, id),
    against: (eyes) => againstEdit(eyes, id, revision, input),
    isBadAnyway: badValues(input),
    patches: () => ({ [id]: editPatch(issue, input) }),
  });
};

const move: Operation = (setting) => {
  const { dice, trial } = setting;
  const issue = someOwnIssue(setting);
  const ofUnit = trial.world.statuses.filter((status) => status.unitId === issue.unitId || dice.chance(0.01));
  const status = dice.chance(0.8) ? dice.pick(ofUnit).id : null;
  const column = trial.world.issues.filter((card) => card.statusId === (status ?? issue.statusId));
  const anchor = () =>
    dice.chance(0.4)
      ? dice.pick(dice.chance(0.8) && column.length > 0 ? column : trial.world.issues).id
      : null;
  const revision = dice.chance(0.3) ? issue.revision - dice.below(2) : null;
  const args = { id: issue.id, status, after: anchor(), before: anchor(), revision };
  return doWrite(setting, {
    name: "moveIssue",
    declared: "$id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int",
    passed: "id: $id, status: $status, after: $after, before: $before, revision: $revision, MUTATION",
    variables: args,
    ...issueWrite(setting, issue.id),
    against: (eyes) => againstMoveTo(eyes, args),
    patches: (eyes) => ({ [issue.id]: movePatch(eyes, issue, status) }),
    fault: (before, after) => placeFault(before, after, args),
  });
};

const assign: Operation = (setting) => {
  const { dice, trial } = setting;
  const issue = someOwnIssue(setting);
  const assignee = dice.chance(0.15) ? null : dice.pick(trial.world.people).id;
  return doWrite(setting, {
    name: "assignIssue",
    declared: "$id: ID!, $assignee: ID",
    passed: "id: $id, assignee: $assignee, MUTATION",
    variables: { id: issue.id, assignee },
    ...issueWrite(setting, issue.id),
    against: (eyes) => againstAssignment(eyes, issue.id, assignee),
    patches: () => ({ [issue.id]: { assigneeId: assignee } }),
  });
};

const take: Operation = (setting) => {
  const issue = someOwnIssue(setting);
  return doWrite(setting, {
    ...{ name: "takeIssue", declared: "$id: ID!", passed: "id: $id, MUTATION", variables: { id: issue.id } },
    ...issueWrite(setting, issue.id),
    against: (eyes) => againstTaking(eyes, issue.id),
    patches: () => ({ [issue.id]: { assigneeId: setting.by } }),
  });
};

const comment: Operation = (setting) => {
  const { dice, selections } = setting;
  const issue = someOwnIssue(setting);
  const internal = dice.chance(0.4);
  const body = dice.chance(0.97) ? randomText(dice, token(dice)) : " ";
  return doWrite(setting, {
    name: "addComment",
    declared: "$issue: ID!, $body: String!, $internal: Boolean",
    passed: "issue: $issue, body: $body, internal: $internal, MUTATION",
    variables: { issue: issue.id, body, internal },
    ...{ type: "Comment", selection: selections.comment(2) },
    against: (eyes) => againstComment(eyes, issue.id, internal),
    isBadAnyway: body === " ",
    fault: ({ world }, after) =>
      after.comments.length === world.comments.length + 1 ? null : "no comment was made",
    record: (after) => after.world.comments.at(-1),
  });
};

const reword: Operation = (setting) => {
  const { dice, trial, by, selections } = setting;
  const own = trial.world.comments.filter((one) => one.authorId === by || dice.chance(0.1));
  const id = own.length > 0 ? dice.pick(own).id : noId(dice);
  const body = randomText(dice, token(dice));
  return doWrite(setting, {
    name: "updateComment",
    declared: "$id: ID!, $body: String!",
    passed: "id: $id, body: $body, MUTATION",
    variables: { id, body },
    ...{ type: "Comment", selection: selections.comment(1) },
    against: (eyes) => againstRewording(eyes, rowOrNull(eyes.world.comments, id)),
    fault: (_, after) => (rowOf(after.comments, id).body === body ? null : "the body stayed"),
    record: (after) => rowOf(after.world.comments, id),
  });
};

export const ISSUE_WRITES: readonly (readonly [number, string, Operation])[] = [
  [9, "createIssue", create],
  [12, "updateIssue", edit],
  [14, "moveIssue", move],
  [9, "assignIssue", assign],
  [4, "takeIssue", take],
  [7, "addComment", comment],
  [4, "updateComment", reword],
];
