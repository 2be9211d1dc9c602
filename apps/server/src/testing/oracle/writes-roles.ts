import { noId, type Operation, type Setting } from "./operation.js";
import { randomMatrix } from "./random-company.js";
import {
  againstRoleArchiving,
  againstRoleCopy,
  againstRoleEdit,
  copyOf,
  openedBy,
  wished,
  type Opened,
  type RoleWish,
} from "./rules/against-roles.js";
import { againstAdministration } from "./rules/against-org.js";
import { Eyes } from "./rules/eyes.js";
import { KEPT_ACTIONS } from "./rules/fields.js";
import { rowOf, type World } from "./rules/world.js";
import { doWrite } from "./write.js";

/** R9: those who may change roles do it more often. */
function asAdmin(setting: Setting): Setting {
  const { trial, dice } = setting;
  const { world } = trial;
  const admins = world.people.filter(({ id }) => againstAdministration(new Eyes(world, id)).length === 0);
  const active = admins.filter(({ id }) => rowOf(world.people, id).active);
  return { ...setting, by: active.length > 0 && dice.chance(0.7) ? dice.pick(active).id : setting.by };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...new Set(one)].sort()) === JSON.stringify([...new Set(other)].sort());
}

function matrixFault(world: World, id: string, wanted: Opened): string | null {
  const now = openedBy(world, rowOf(world.roles, id));
  const isSame =
    now.reach === wanted.reach &&
    isSameSet(now.read, wanted.read) &&
    isSameSet(now.write, wanted.write) &&
    isSameSet(now.actions, wanted.actions);
  return isSame ? null : `it opens ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`;
}

const copy: Operation = (given) => {
  const setting = asAdmin(given);
  const { dice, trial, selections } = setting;
  const source = dice.chance(0.95) ? dice.pick(trial.world.roles).id : noId(dice);
  const name = dice.chance(0.9) ? `Role ${String(dice.next())}` : dice.pick(trial.world.roles).name;
  return doWrite(setting, {
    name: "createRole",
    declared: "$source: ID!, $name: String!",
    passed: "copyOf: $source, name: $name, MUTATION",
    variables: { source, name },
    ...{ type: "Role", selection: selections.role() },
    against: (eyes) => againstRoleCopy(eyes, source, name),
    fault: ({ world }, after) => {
      const made = after.roles.filter((role) => !world.roles.some(({ id }) => id === role.id));
      if (made.length !== 1) return "no role was made";
      return matrixFault(after, made[0]?.id ?? "", copyOf(world, rowOf(world.roles, source)));
    },
    record: (after, before) =>
      after.world.roles.find((role) => !before.roles.some(({ id }) => id === role.id)),
  });
};

/** R9, R2: rights change under those who have the role, and under their open streams. */
const edit: Operation = (given) => {
  const setting = asAdmin(given);
  const { dice, trial, selections } = setting;
  const role = dice.pick(trial.world.roles.filter((one) => !one.builtIn || dice.chance(0.1)));
  const { reach, read, write, actions } = randomMatrix(dice);
  const beyond = dice.chance(0.05) ? [dice.pick([...Object.keys(KEPT_ACTIONS), "fly"])] : [];
  const unlawful = dice.chance(0.05) ? [dice.pick(["status", "unit", "revision"])] : [];
  const whole: RoleWish = {
    ...{ reach, readFields: read, writeFields: [...write, ...unlawful], actions: [...actions, ...beyond] },
  };
  const wish: RoleWish = dice.chance(0.8) ? whole : { reach };
  const revision = dice.chance(0.85) ? role.revision : role.revision + dice.pick([-1, 1]);
  return doWrite(setting, {
    name: "updateRole",
    declared: "$id: ID!, $revision: Int!, $input: UpdateRoleInput!",
    passed: "id: $id, revision: $revision, input: $input, MUTATION",
    variables: { id: role.id, revision, input: wish },
    ...{ type: "Role", selection: selections.role() },
    against: (eyes) => againstRoleEdit(eyes, role.id, revision, wish),
    fault: (_, after) => matrixFault(after, role.id, wished(role, wish)),
    record: (after) => rowOf(after.world.roles, role.id),
  });
};

const archive: Operation = (given) => {
  const setting = asAdmin(given);
  const { dice, trial, selections } = setting;
  const id = dice.chance(0.95) ? dice.pick(trial.world.roles).id : noId(dice);
  return doWrite(setting, {
    ...{ name: "archiveRole", declared: "$id: ID!", passed: "id: $id, MUTATION", variables: { id } },
    ...{ type: "Role", selection: selections.role() },
    against: (eyes) => againstRoleArchiving(eyes, id),
    fault: (_, after) => (rowOf(after.roles, id).archived ? null : "it is not archived"),
    record: (after) => rowOf(after.world.roles, id),
  });
};

export const ROLE_WRITES: readonly (readonly [number, string, Operation])[] = [
  [1, "createRole", copy],
  [4, "updateRole", edit],
  [0.7, "archiveRole", archive],
];
