import type { CompanySpec } from "../test-company.js";
import type { CommentSpec, IssueSpec } from "../test-issues.js";
import type { Dice } from "./dice.js";
import type { Opened } from "./rules/against-roles.js";
import { ACTIONS, GRANTABLE_READS, GRANTABLE_WRITES } from "./rules/fields.js";

export const WORDS = ["ёлка", "Zug", "őr", "invoice", "50%", "a_b", "Привет", "x", "Über", "claim"] as const;
const ROLES = [
  "MANAGER",
  "DEVELOPER",
  "DEVELOPER",
  "REPORTER",
  "REPORTER",
  "ANALYST",
  "LEAD",
  "CLERK",
  "GUEST",
] as const;
const STATUSES = ["Backlog", "To do", "In progress", "Review", "Resolved", "Closed"] as const;
const LABELS = ["red", "green", "blue", "old"] as const;
export const TYPES = ["TASK", "BUG", "STORY", "CLAIM", "REQUEST"] as const;
export const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;
const DAY_MS = 86_400_000;

/** A tree of one to five levels. */
function randomUnits(dice: Dice): Record<string, string | null> {
  const units: Record<string, string | null> = {};
  const levels = new Map<string, number>();
  const count = 2 + dice.below(11);
  for (let n = 0; n < count; n++) {
    const key = `${dice.pick(["A", "BC", "DEPT"])}${String.fromCharCode(65 + n)}`;
    const parents = [...levels].filter(([, level]) => level < 5).map(([parent]) => parent);
    const parent = dice.pickOrNull(parents);
    units[key] = parent;
    levels.set(key, parent === null ? 1 : (levels.get(parent) ?? 1) + 1);
  }
  return units;
}

/** R9: who writes or comments reads what they write. */
export function randomMatrix(dice: Dice): Opened {
  const reach = dice.pick(["ASSIGNED", "UNIT", "UNIT", "TREE"] as const);
  const read = dice
    .some(GRANTABLE_READS, dice.pick([0.15, 0.5, 0.85]))
    .filter((field) => field !== "internalComments" || reach !== "ASSIGNED");
  const reads = (field: string) => !GRANTABLE_READS.includes(field) || read.includes(field);
  const needs: Readonly<Record<string, string>> = {
    comment: "comments",
    commentInternally: "internalComments",
  };
  return {
    reach,
    read,
    write: dice.some(GRANTABLE_WRITES, 0.4).filter(reads),
    actions: dice.some(Object.keys(ACTIONS), 0.4).filter((action) => reads(needs[action] ?? "id")),
  };
}

function randomRoles(dice: Dice): Record<string, Opened> {
  return Object.fromEntries(["LEAD", "CLERK", "GUEST"].map((name) => [name, randomMatrix(dice)]));
}

/** Somebody with no role at all, somebody with several, admins, and one boss or two. */
export function randomCompany(dice: Dice): CompanySpec {
  const units = randomUnits(dice);
  const keys = Object.keys(units);
  const people: Record<string, string[]> = { p0: [`MANAGER of ${keys[0] ?? ""}`] };
  const count = 8 + dice.below(8);
  for (let n = 1; n < count; n++) {
    const memberships = new Set<string>();
    const wanted = dice.weighted([
      [2, 0],
      [6, 1],
      [4, 2],
      [2, 3],
    ]);
    for (let m = 0; m < wanted; m++) memberships.add(`${dice.pick(ROLES)} of ${dice.pick(keys)}`);
    if (dice.chance(0.12)) memberships.add("admin");
    people[`p${String(n)}`] = [...memberships];
  }
  return { units, people, roles: randomRoles(dice) };
}

export function randomText(dice: Dice, token: string): string {
  const words = Array.from({ length: 1 + dice.below(3) }, () => dice.pick(WORDS));
  return [...words, token].join(" ");
}

/** In no other text, so that an answer tells whose text it shows. */
export function token(dice: Dice): string {
  return `qz${Math.floor(dice.next() * 0xffffffff)
    .toString(16)
    .padStart(8, "0")}`;
}

export function randomFigure(dice: Dice): number {
  return dice.pick([0, 0.5, 1, 2, 3, 5, 8, 13, 0.1, 2.25]);
}

export function randomDay(dice: Dice, now: number): string {
  return new Date(now + (dice.below(60) - 30) * DAY_MS).toISOString().slice(0, 10);
}

function randomComment(dice: Dice, spec: CompanySpec): CommentSpec {
  return {
    body: randomText(dice, token(dice)),
    author: dice.pick(Object.keys(spec.people)),
    internal: dice.chance(0.4),
    // Written before the issue passed to where it is.
    ...(dice.chance(0.25) && { unit: dice.pick(Object.keys(spec.units)) }),
  };
}

export function randomIssue(
  dice: Dice,
  spec: CompanySpec,
  now: number,
  parents: readonly string[],
): IssueSpec {
  const people = Object.keys(spec.people);
  const status = dice.pick(STATUSES);
  const createdAt = now - (2 + dice.below(60)) * DAY_MS - dice.below(DAY_MS);
  // Not at the very edge of the days that a board shows.
  const updatedAt = createdAt + dice.next() * (now - createdAt);
  return {
    unit: dice.pick(Object.keys(spec.units)),
    title: randomText(dice, token(dice)),
    status,
    author: dice.pick(people),
    assignee: dice.pickOrNull(people, 0.6),
    heldBefore: dice.some(people, 0.06),
    parent: dice.pickOrNull(parents, 0.45),
    labels: dice.some(LABELS, 0.25),
    description: dice.chance(0.6) ? randomText(dice, token(dice)) : null,
    type: dice.pick(TYPES),
    priority: dice.pick(PRIORITIES),
    estimate: dice.chance(0.7) ? randomFigure(dice) : null,
    value: dice.chance(0.5) ? randomFigure(dice) : null,
    dueDate: dice.chance(0.5) ? randomDay(dice, now) : null,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(Math.floor(updatedAt)).toISOString(),
    archived: status === "Closed" && dice.chance(0.3),
    comments: Array.from({ length: dice.below(4) }, () => randomComment(dice, spec)),
  };
}
