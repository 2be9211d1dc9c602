import { noId, someIssue, someOwnIssue, type Operation } from "./operation.js";
import { againstMerging, endedStatus } from "./rules/closing.js";
import {
  againstRelation,
  againstUnrelating,
  isRelated,
  keptAs,
  RELATION_TYPES,
  writerOf,
} from "./rules/relations.js";
import { rowOf, rowOrNull } from "./rules/world.js";
import { doWrite } from "./write.js";

/** I2. */
const relate: Operation = (setting) => {
  const { dice, selections } = setting;
  const from = dice.chance(0.98) ? someOwnIssue(setting).id : noId(dice);
  const to = someIssue(setting).id;
  const type = dice.pick([...RELATION_TYPES, "BLOCKS", "BLOCKED_BY"]);
  const delayDays = dice.chance(type === "PRECEDES" || type === "FOLLOWS" ? 0.6 : 0.05)
    ? dice.below(20) - 1
    : null;
  const wish = keptAs(from, to, type, delayDays);
  return doWrite(setting, {
    name: "relateIssues",
    declared: "$from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int",
    passed: "from: $from, to: $to, type: $type, delayDays: $delayDays, MUTATION",
    variables: { from, to, type, delayDays },
    ...{ type: "Issue", selection: selections.issue(2) },
    against: (eyes) => againstRelation(eyes, from, to, type, delayDays),
    patches: () => ({ [from]: {}, [to]: {} }),
    fault: ({ world }, after) => {
      const isOne = after.relations.length === world.relations.length + 1 && isRelated(after, wish);
      return isOne && after.relations.at(-1)?.delayDays === wish.delayDays ? null : "it is not related so";
    },
    record: (after) => after.issue(from),
  });
};

const unrelate: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const present = trial.world.relations.filter((one) => !one.ended || dice.chance(0.1));
  const relation = dice.pickOrNull(present);
  const id = relation?.id ?? noId(dice);
  const writer = relation && writerOf(trial.eyes(setting.by), relation).id;
  return doWrite(setting, {
    name: "unrelateIssues",
    declared: "$id: ID!",
    passed: "relation: $id, MUTATION",
    variables: { id },
    ...{ type: "Issue", selection: selections.issue(2) },
    against: (eyes) => againstUnrelating(eyes, id),
    fault: (_, after) => (rowOf(after.relations, id).ended ? null : "it has not ended"),
    record: (after) => after.issue(writer),
  });
};

/** L5: `from` ends as a duplicate of `into`. */
const merge: Operation = (setting) => {
  const { dice, selections } = setting;
  const from = someOwnIssue(setting).id;
  const into = dice.chance(0.97) ? someIssue(setting).id : noId(dice);
  return doWrite(setting, {
    name: "mergeIssues",
    declared: "$from: ID!, $into: ID!",
    passed: "from: $from, into: $into, MUTATION",
    variables: { from, into },
    ...{ type: "Issue", selection: selections.issue(2) },
    against: (eyes) => againstMerging(eyes, from, into),
    patches: ({ world }) => {
      const issue = rowOrNull(world.issues, from);
      if (!issue) return {};
      return { [from]: { statusId: endedStatus(world, issue).id, resolution: "DUPLICATE" } };
    },
    fault: (_, after) => (isRelated(after, keptAs(from, into, "DUPLICATES", null)) ? null : "no relation"),
    record: (after) => after.issue(from),
  });
};

export const RELATION_WRITES: readonly (readonly [number, string, Operation])[] = [
  [9, "relateIssues", relate],
  [3, "unrelateIssues", unrelate],
  [4, "mergeIssues", merge],
];
