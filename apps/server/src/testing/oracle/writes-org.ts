import { noId, type Operation, type Setting } from "./operation.js";
import {
  againstAdministration,
  againstDeputy,
  againstDeputyEnd,
  againstUnitArchiving,
  againstUnitMove,
  againstUnitPolicy,
} from "./rules/against-org.js";
import { isBossThemselves, rootOf } from "./rules/hats.js";
import { rowOf, todayOf, type World } from "./rules/world.js";
import { doWrite, type Write } from "./write.js";

const DAY_MS = 86_400_000;
const POLICIES = ["HEADS", "VIA_COMMON_HEAD"];

const unitWrite = (setting: Setting, id: string) =>
  ({
    type: "Unit",
    selection: setting.selections.unit(1),
    record: (after) => rowOf(after.world.units, id),
  }) satisfies Partial<Write>;

/** R1: rights follow the tree. */
const moveUnit: Operation = (setting) => {
  const { dice, trial } = setting;
  const id = dice.chance(0.97) ? dice.pick(trial.world.units).id : noId(dice);
  const parent = dice.pick(trial.world.units).id;
  return doWrite(setting, {
    name: "moveUnit",
    declared: "$id: ID!, $parent: ID!",
    passed: "id: $id, parent: $parent, MUTATION",
    variables: { id, parent },
    ...unitWrite(setting, id),
    against: (eyes) => againstUnitMove(eyes, id, parent),
    fault: (_, after) => (rowOf(after.units, id).parentId === parent ? null : "it is elsewhere"),
  });
};

const archiveUnit: Operation = (setting) => {
  const { dice, trial } = setting;
  const { world } = trial;
  const busy = (unitId: string) => world.issues.filter((issue) => issue.unitId === unitId).length;
  const quiet = [...world.units].sort((a, b) => busy(a.id) - busy(b.id));
  const id = dice.chance(0.97) ? dice.pick(dice.chance(0.6) ? quiet.slice(0, 2) : quiet).id : noId(dice);
  return doWrite(setting, {
    ...{ name: "archiveUnit", declared: "$id: ID!", passed: "id: $id, MUTATION", variables: { id } },
    ...unitWrite(setting, id),
    against: (eyes) => againstUnitArchiving(eyes, id),
    fault: (_, after) => (rowOf(after.units, id).archived ? null : "it is active"),
  });
};

/** H1: for what leaves the unit. */
const unitPolicy: Operation = (setting) => {
  const { dice, trial } = setting;
  const id = dice.pick(trial.world.units).id;
  const policy = dice.pickOrNull(POLICIES, 0.8);
  return doWrite(setting, {
    name: "setUnitHandoff",
    declared: "$id: ID!, $policy: HandoffPolicy",
    passed: "unit: $id, policy: $policy, MUTATION",
    variables: { id, policy },
    ...unitWrite(setting, id),
    against: (eyes) => againstUnitPolicy(eyes, id),
    fault: (_, after) => (rowOf(after.units, id).handoffPolicy === policy ? null : "another policy"),
  });
};

/** H1: the company's. */
const policy: Operation = (setting) => {
  const { dice, trial } = setting;
  const wanted = dice.pick(POLICIES);
  return doWrite(setting, {
    name: "setHandoffPolicy",
    declared: "$policy: HandoffPolicy!",
    passed: "policy: $policy, MUTATION",
    variables: { policy: wanted },
    ...unitWrite(setting, rootOf(trial.world).id),
    against: againstAdministration,
    fault: (_, after) => (after.companies[0]?.handoffPolicy === wanted ? null : "another policy"),
  });
};

const isNamed = (world: World, user: string, boss: string, from: string, to: string): boolean =>
  world.deputies.some(
    (one) => !one.ended && one.userId === user && one.bossId === boss && one.from === from && one.to === to,
  );

/** Section 1: for today, for days around it, for days long gone and far ahead. */
const nameDeputy: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const { world } = trial;
  const bosses = world.people.filter(({ id }) => isBossThemselves(world, id));
  const by = dice.chance(0.7) ? dice.pick(bosses).id : setting.by;
  const day = (days: number) =>
    new Date(Date.parse(todayOf(world)) + days * DAY_MS).toISOString().slice(0, 10);
  const [start, length] = [dice.pick([-3, -1, 0, 0, 1, 2]), dice.pick([-1, 0, 0, 1, 2])];
  const user = dice.chance(0.97) ? dice.pick(world.people).id : noId(dice);
  const [from, to] = [day(start), day(start + length)];
  return doWrite(
    { ...setting, by },
    {
      name: "nameDeputy",
      declared: "$user: ID!, $from: Date!, $to: Date!",
      passed: "user: $user, from: $from, to: $to, MUTATION",
      variables: { user, from, to },
      ...{ type: "User", selection: selections.user() },
      against: (eyes) => againstDeputy(eyes, user, from, to),
      fault: (_, after) => (isNamed(after, user, by, from, to) ? null : "there is no such deputy"),
      record: (after) => rowOf(after.world.people, user),
    },
  );
};

const endDeputy: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const deputy = dice.pickOrNull(trial.world.deputies);
  const id = deputy?.id ?? noId(dice);
  return doWrite(setting, {
    name: "endDeputy",
    declared: "$id: ID!",
    passed: "deputy: $id, MUTATION",
    variables: { id },
    ...{ type: "User", selection: selections.user() },
    against: (eyes) => againstDeputyEnd(eyes, id),
    fault: (_, after) => (rowOf(after.deputies, id).ended ? null : "it has not ended"),
    record: (after) => rowOf(after.world.people, deputy?.userId ?? ""),
  });
};

export const ORG_WRITES: readonly (readonly [number, string, Operation])[] = [
  [3, "moveUnit", moveUnit],
  [1.5, "archiveUnit", archiveUnit],
  [2, "setUnitHandoff", unitPolicy],
  [1, "setHandoffPolicy", policy],
  [3, "nameDeputy", nameDeputy],
  [1.5, "endDeputy", endDeputy],
];
