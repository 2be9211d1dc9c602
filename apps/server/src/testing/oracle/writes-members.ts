import type { Operation } from "./operation.js";
import { againstDeactivation, againstEnding, againstMembership } from "./rules/against-org.js";
import { rowOf } from "./rules/world.js";
import { doWrite } from "./write.js";

const join: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const { units, people, roles } = trial.world;
  const [unit, user, role] = [dice.pick(units).id, dice.pick(people).id, dice.pick(roles).id];
  const isIt = (one: { unitId: string; userId: string; roleId: string; ended: boolean }) =>
    !one.ended && one.unitId === unit && one.userId === user && one.roleId === role;
  return doWrite(setting, {
    name: "addMember",
    declared: "$unit: ID!, $user: ID!, $role: ID!",
    passed: "unit: $unit, user: $user, role: $role, MUTATION",
    variables: { unit, user, role },
    ...{ type: "Membership", selection: selections.membership(1) },
    against: (eyes) => againstMembership(eyes, unit, user, role),
    fault: (_, after) => (after.memberships.filter(isIt).length === 1 ? null : "it is not there once"),
    record: (after) => after.world.memberships.find(isIt),
  });
};

const leave: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const active = trial.world.memberships.filter((one) => !one.ended || dice.chance(0.05));
  const membership = dice.pick(active);
  return doWrite(setting, {
    name: "removeMember",
    declared: "$membership: ID!",
    passed: "membership: $membership, MUTATION",
    variables: { membership: membership.id },
    ...{ type: "Unit", selection: selections.unit(1) },
    against: (eyes) => againstEnding(eyes, membership.id),
    fault: (_, after) => (rowOf(after.memberships, membership.id).ended ? null : "it has not ended"),
    record: (after) => rowOf(after.world.units, membership.unitId),
  });
};

const deactivate: Operation = (setting) => {
  const { dice, trial, selections } = setting;
  const user = dice.pick(trial.world.people).id;
  return doWrite(setting, {
    ...{ name: "deactivateUser", declared: "$id: ID!", passed: "id: $id, MUTATION", variables: { id: user } },
    ...{ type: "User", selection: selections.user() },
    against: (eyes) => againstDeactivation(eyes, user),
    fault: (_, after) => (rowOf(after.people, user).active ? "still active" : null),
    record: (after) => rowOf(after.world.people, user),
  });
};

/** R2: a right ends without a word from any server: on the very next request it is gone. */
const endSuddenly: Operation = async ({ trial, dice, tell }) => {
  const one = dice.pick(
    trial.world.memberships.filter(({ ended, userId }) => !ended && userId !== trial.world.people[0]?.id),
  );
  tell(`membership ${one.id} of ${one.userId} ends`);
  await trial.sql("update membership set ended_at = now() where id = $1", [one.id]);
  await trial.look();
  trial.forget();
};

export const MEMBER_WRITES: readonly (readonly [number, string, Operation])[] = [
  [7, "addMember", join],
  [4, "removeMember", leave],
  [0.6, "deactivateUser", deactivate],
  [0.6, "a right ends", endSuddenly],
];
