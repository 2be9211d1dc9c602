import { hasAny, hatsFrom, type Hat, type HatBits, type Hats } from "./hats.js";

/** Who may do something (R10), and the rule that says so. */
export interface ActionPolicy {
  readonly hats: HatBits;
  readonly rule: string;
  /**
   * R9: whether a custom role can grant it. What a law (section 3) or the tree of units (R1 to R3) gives to the MANAGER, it
   * gives to the built-in one alone.
   */
  readonly isGrantable: boolean;
}

function by(hats: readonly Hat[], rule: string, isGrantable = true): ActionPolicy {
  return { hats: hatsFrom(hats), rule, isGrantable };
}

/** R10, second half: hats × action, one row an action. A rule asks `may`, and then the facts of the record. */
export const ACTIONS = {
  createIssue: by(["MANAGER", "DEVELOPER"], "R5"),
  // To create by a form alone; no built-in role is confined to it.
  file: by([], "B1"),
  comment: by(["MANAGER", "DEVELOPER", "HOLDER", "AUTHOR", "STEP_HEAD"], "R10"),
  commentInternally: by(["MANAGER"], "R10"),
  logTime: by(["MANAGER", "DEVELOPER", "HOLDER"], "R10"),
  // I3: from any open status to BACKLOG, TODO or IN_PROGRESS; the next two: to IN_PROGRESS alone, to RESOLVED.
  move: by(["MANAGER", "DEVELOPER"], "I3"),
  start: by(["MANAGER", "DEVELOPER", "REPORTER"], "R6"),
  resolve: by(["MANAGER", "DEVELOPER", "REPORTER"], "R6"),
  take: by(["MANAGER", "DEVELOPER"], "R5"),
  // Of what they hold or nobody holds, but for a MANAGER (H1).
  handOff: by(["MANAGER", "DEVELOPER"], "H1"),
  assign: by(["MANAGER"], "L3", false),
  cancel: by(["MANAGER"], "L5", false),
  merge: by(["MANAGER"], "L5", false),
  // And only while they are a boss or act for one (L2).
  close: by(["MANAGER"], "L2", false),
  reopen: by(["MANAGER"], "L2", false),
  // Members, labels and units below.
  manageUnit: by(["MANAGER"], "R3", false),
  plan: by(["MANAGER"], "R3", false),
} as const satisfies Readonly<Record<string, ActionPolicy>>;
export type Action = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[];

/** R9: what the matrix of a custom role can allow. */
export const GRANTABLE_ACTIONS = ACTION_NAMES.filter((action) => ACTIONS[action].isGrantable);

/** R10: whether these hats allow an action, facts of the record apart. */
export function may(action: Action, hats: Hats): boolean {
  if (hasAny(hats, ACTIONS[action].hats)) return true;
  return typeof hats !== "number" && ACTIONS[action].isGrantable && hats.grants.actions.has(action);
}
