import type { Dice } from "./dice.js";
import type { Setting } from "./operation.js";
import { PRIORITIES, randomDay, randomFigure, TYPES, WORDS } from "./random-company.js";
import type { Filter, Order } from "./rules/list.js";

const CATEGORIES = ["BACKLOG", "TODO", "IN_PROGRESS", "RESOLVED", "CLOSED"] as const;
const SORTS = [
  "RANK",
  "CREATED_AT",
  "UPDATED_AT",
  "DUE_DATE",
  "PRIORITY",
  "ESTIMATE",
  "VALUE",
  "KEY",
] as const;

type Make = (setting: Setting) => unknown;

function ids(dice: Dice, known: readonly { readonly id: string }[]): Record<string, unknown> {
  const one = () => (dice.chance(0.95) && known.length > 0 ? dice.pick(known).id : "999999");
  const several = () => Array.from({ length: dice.below(4) }, one);
  return dice.pick<() => Record<string, unknown>>([
    () => ({ eq: one() }),
    () => ({ in: several() }),
    () => ({ ne: one() }),
    () => ({ notIn: several() }),
    () => ({ isNull: dice.chance(0.5) }),
  ])();
}

function compared(dice: Dice, value: () => unknown, operators: readonly string[]): Record<string, unknown> {
  if (dice.chance(0.2)) return { isNull: dice.chance(0.5) };
  return Object.fromEntries(dice.some(operators, 0.4).map((operator) => [operator, value()]));
}

const BOUNDS = ["lt", "lte", "gt", "gte"];

/** Instants of the company, and a little later, so that edges are met. */
function instant({ trial, dice }: Setting): string {
  const { createdAt, updatedAt } = dice.pick(trial.world.issues);
  return dice.pick([createdAt, updatedAt]);
}

function key({ trial, dice }: Setting): Record<string, unknown> {
  const issue = dice.pick(trial.world.issues);
  return dice.pick<Record<string, unknown>>([
    { eq: issue.key },
    { in: [issue.key, dice.pick(trial.world.issues).key] },
    { contains: issue.key.slice(1).toLowerCase() },
    { startsWith: issue.keyPrefix },
    { isNull: dice.chance(0.3) },
  ]);
}

/** Words of texts, of hidden ones too, and keys. */
export function searchText({ trial, dice }: Setting): string {
  const { issues, comments } = trial.world;
  const issue = dice.pick(issues);
  const from = dice.pick([
    issue.title,
    issue.description ?? "x",
    comments.length > 0 ? dice.pick(comments).body : "y",
  ]);
  const words = from.split(" ");
  return dice.pick([
    dice.pick(words),
    words.at(-1) ?? "z",
    from,
    issue.key.toLowerCase(),
    `${dice.pick(WORDS).toUpperCase()} ${dice.pick(words)}`,
    dice.pick(["елка", "zug", "%", "_", "qz"]),
  ]);
}

const MAKERS: Readonly<Record<string, Make>> = {
  id: ({ trial, dice }) => ids(dice, trial.world.issues),
  key,
  unit: ({ trial, dice }) => ids(dice, trial.world.units),
  underUnit: ({ trial, dice }) => dice.pick(trial.world.units).id,
  status: ({ trial, dice }) => ids(dice, trial.world.statuses),
  category: ({ dice }) => dice.some(CATEGORIES, 0.4),
  assignee: ({ trial, dice }) => ids(dice, trial.world.people),
  author: ({ trial, dice }) => ids(dice, trial.world.people),
  parent: ({ trial, dice }) =>
    ids(
      dice,
      trial.world.issues.filter((issue) => trial.world.issues.some((child) => child.parentId === issue.id)),
    ),
  label: ({ trial, dice }) => ids(dice, trial.world.labels),
  type: ({ dice }) => dice.some(TYPES, 0.4),
  priority: ({ dice }) => dice.some(PRIORITIES, 0.4),
  estimate: ({ dice }) => compared(dice, () => randomFigure(dice), ["eq", "ne", ...BOUNDS]),
  value: ({ dice }) => compared(dice, () => randomFigure(dice), ["eq", "ne", ...BOUNDS]),
  dueDate: ({ dice }) => compared(dice, () => randomDay(dice, Date.now()), ["eq", ...BOUNDS]),
  createdAt: (setting) => compared(setting.dice, () => instant(setting), BOUNDS),
  updatedAt: (setting) => compared(setting.dice, () => instant(setting), BOUNDS),
  closedAt: (setting) => compared(setting.dice, () => instant(setting), BOUNDS),
  text: searchText,
  mine: ({ dice }) => dice.chance(0.7),
  followed: ({ dice }) => dice.chance(0.7),
  inTransit: ({ dice }) => dice.chance(0.7),
  blocked: ({ dice }) => dice.chance(0.6),
  archived: ({ dice }) => dice.chance(0.6),
};

/** One to three fields, and and/or/not around more of them. */
export function randomFilter(setting: Setting, depth: number): Filter {
  const { dice } = setting;
  const filter: Record<string, unknown> = {};
  const names = Object.keys(MAKERS);
  for (let left = dice.pick([1, 1, 2, 3]); left > 0; left--) {
    const name = dice.pick(names);
    const value = MAKERS[name]?.(setting);
    // What asks nothing is left out: it needs no right either.
    const isEmpty =
      typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
    if (!isEmpty) filter[name] = value;
  }
  if (depth <= 0) return filter;
  const below = () => Array.from({ length: dice.pick([0, 1, 2, 2]) }, () => randomFilter(setting, depth - 1));
  if (dice.chance(0.3)) filter["or"] = below();
  if (dice.chance(0.15)) filter["and"] = below();
  if (dice.chance(0.3)) filter["not"] = randomFilter(setting, depth - 1);
  return filter;
}

export function randomOrders({ dice }: Setting, filter: Filter | null): Order[] {
  const sorts: string[] = [...SORTS];
  if (typeof filter?.["text"] === "string") sorts.push("RELEVANCE", "RELEVANCE");
  const wished = new Set(Array.from({ length: dice.pick([0, 1, 1, 2]) }, () => dice.pick(sorts)));
  return [...wished].map((by) => ({ by, direction: dice.pick(["ASC", "DESC"] as const) }));
}
