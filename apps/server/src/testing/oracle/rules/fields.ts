import { customRole, type Hat, type Hats } from "./hats.js";
import type { World } from "./world.js";

const CONDITIONS: readonly Hat[] = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "AUTHOR", "STEP_HEAD"];
const EFFORT: readonly Hat[] = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "STEP_HEAD"];
const FIGURES: readonly Hat[] = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER"];

/** The table "Default field policy of Issue" (section 2): who reads what; what is not named here nobody reads. */
const READERS: Readonly<Record<string, readonly Hat[] | "ALL">> = {
  id: "ALL",
  key: "ALL",
  title: "ALL",
  status: "ALL",
  unit: "ALL",
  assignee: "ALL",
  author: "ALL",
  dueDate: "ALL",
  createdAt: "ALL",
  updatedAt: "ALL",
  closedAt: "ALL",
  revision: "ALL",
  lastEvent: "ALL",
  can: "ALL",
  resolution: "ALL",
  archived: "ALL",
  inTransit: "ALL",
  // The trail, and what its events tell (H5).
  handoffs: "ALL",
  handoffTo: "ALL",
  handoffStep: "ALL",
  handoffReminder: "ALL",
  description: CONDITIONS,
  type: CONDITIONS,
  priority: CONDITIONS,
  labels: CONDITIONS,
  startDate: CONDITIONS,
  parent: CONDITIONS,
  subIssues: CONDITIONS,
  subIssueCount: CONDITIONS,
  progress: CONDITIONS,
  relations: CONDITIONS,
  blocked: CONDITIONS,
  // Why it was returned, reopened or cancelled; what is said in hand-offs.
  reason: CONDITIONS,
  handoffWords: CONDITIONS,
  comments: CONDITIONS,
  commentCount: CONDITIONS,
  estimate: EFFORT,
  value: EFFORT,
  totalEstimate: FIGURES,
  rank: FIGURES,
  internalComments: ["MANAGER", "ANALYST"],
};

/** R9: the fields whose reading a matrix can allow. */
export const GRANTABLE_READS = Object.keys(READERS).filter((field) => READERS[field] !== "ALL");

/** What a built-in role reads by its hat alone. */
export function readsOfRole(base: string): string[] {
  return GRANTABLE_READS.filter((field) => READERS[field]?.includes(base as Hat) === true);
}

/** R10: of a record that is seen. */
export function reads(world: World, hats: Hats, field: string): boolean {
  const readers = READERS[field];
  if (readers === undefined) return false;
  if (readers === "ALL" || readers.some((hat) => hats.has(hat))) return true;
  return [...hats].some((hat) => customRole(world, hat)?.matrix?.read.includes(field) === true);
}

/** The conditions: a MANAGER alone edits them, or a custom role that may (R5 to R7, R9). */
export const EDITABLE = [
  "title",
  "description",
  "type",
  "priority",
  "parent",
  "labels",
  "estimate",
  "value",
  "startDate",
  "dueDate",
] as const;

/** R9: the fields whose writing a matrix can allow. */
export const GRANTABLE_WRITES: readonly string[] = [...EDITABLE, "rank"];

const RANKERS: readonly Hat[] = ["MANAGER", "DEVELOPER"];

/** R10: who writes a field after creation, as far as an edit or a move writes it. */
export function writes(world: World, hats: Hats, field: string): boolean {
  if (!GRANTABLE_WRITES.includes(field)) return false;
  const writers: readonly Hat[] = field === "rank" ? RANKERS : ["MANAGER"];
  if (writers.some((hat) => hats.has(hat))) return true;
  return [...hats].some((hat) => customRole(world, hat)?.matrix?.write.includes(field) === true);
}

/** R5, R6, H1, section 2: hats × action, as far as a custom role can allow it too (R9). */
export const ACTIONS: Readonly<Record<string, readonly Hat[]>> = {
  createIssue: ["MANAGER", "DEVELOPER"],
  file: [],
  comment: ["MANAGER", "DEVELOPER", "HOLDER", "AUTHOR", "STEP_HEAD"],
  commentInternally: ["MANAGER"],
  logTime: ["MANAGER", "DEVELOPER", "HOLDER"],
  move: ["MANAGER", "DEVELOPER"],
  start: ["MANAGER", "DEVELOPER", "REPORTER"],
  resolve: ["MANAGER", "DEVELOPER", "REPORTER"],
  take: ["MANAGER", "DEVELOPER"],
  handOff: ["MANAGER", "DEVELOPER"],
};

/** Section 3, R3: what no matrix can give, each with the law if one keeps it. */
export const KEPT_ACTIONS: Readonly<Record<string, string | null>> = {
  assign: "L3",
  cancel: "L5",
  merge: "L5",
  close: "L2",
  reopen: "L2",
  manageUnit: null,
  plan: null,
};

export function may(world: World, hats: Hats, action: string): boolean {
  if (ACTIONS[action]?.some((hat) => hats.has(hat)) === true) return true;
  return [...hats].some((hat) => customRole(world, hat)?.matrix?.actions.includes(action) === true);
}
