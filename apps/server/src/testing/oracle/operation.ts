import type { Dice } from "./dice.js";
import type { Selections } from "./random-selection.js";
import { Eyes } from "./rules/eyes.js";
import { rootOf } from "./rules/hats.js";
import type { Issue, World } from "./rules/world.js";
import type { Asked, Trial, Verdict } from "./trial.js";

/** What an operation has at hand. */
export interface Setting {
  readonly trial: Trial;
  readonly dice: Dice;
  readonly selections: Selections;
  /** Who acts. */
  readonly by: string;
  /** For the story of a failure. */
  readonly tell: (line: string) => void;
  /** For the sum at the end: what was tried, and how it ended. */
  readonly count: (what: string) => void;
}

export type Operation = (setting: Setting) => Promise<void>;

/** An answer, with what was hidden while it was worked out. */
export function answered(eyes: Eyes, data: unknown): Verdict {
  return { data, redacted: [...eyes.hidden] };
}

export function refused(...codes: readonly string[]): Verdict {
  return { codes, rules: [] };
}

/** To who is no active user any more. What is no id at all may be told first: it hangs on no record and no person. */
export const ENDED = ["UNAUTHENTICATED", "NOT_FOUND"] as const;

/** What chance put together is now and then more than one request may ask for; nothing is answered, and nothing done. */
export const TOO_COSTLY = "too costly";

export function isTooCostly({ answer: { errors } }: Asked): boolean {
  return errors?.[0]?.extensions.code === "LIMIT";
}

/** Asks, and has the answer judged by the company as it is. */
export async function askAndJudge(
  { trial, by, tell, count }: Setting,
  document: string,
  variables: Record<string, unknown>,
  verdict: (eyes: Eyes) => Verdict,
) {
  tell(`${document}\n  ${JSON.stringify(variables)}`);
  const asked = await trial.ask({ by, document, variables });
  const eyes = trial.eyes(by);
  if (isTooCostly(asked)) {
    count(TOO_COSTLY);
    return asked;
  }
  const isNothing = Object.values(asked.answer.data ?? {}).every((value) => value === null);
  if (eyes.isActive) trial.judge(asked, verdict(eyes));
  else if (asked.answer.errors ?? !isNothing) trial.judge(asked, refused(...ENDED));
  return asked;
}

/** More often one that is seen, as most are not. */
export function someIssue({ trial, dice, by }: Setting): Issue {
  const seen = trial.eyes(by).issues;
  return seen.length > 0 && dice.chance(0.6) ? dice.pick(seen) : dice.pick(trial.world.issues);
}

/** One with which the viewer can do something, if there is any. */
export function someOwnIssue(setting: Setting): Issue {
  const { trial, dice, by } = setting;
  const eyes = trial.eyes(by);
  const own = eyes.issues.filter((issue) => eyes.has(issue, "MANAGER", "DEVELOPER", "HOLDER"));
  return own.length > 0 && dice.chance(0.6) ? dice.pick(own) : someIssue(setting);
}

/** An id that no record has, and what is no id at all. */
export function noId(dice: Dice): string {
  return dice.pick(["999999", "0", "abc", "-1", "99999999999999999999"]);
}

/** What a person has, for the story. */
export function portrait(world: World, userId: string): string {
  const eyes = new Eyes(world, userId);
  const memberships = world.memberships
    .filter((one) => one.userId === userId)
    .map((one) => {
      const role = world.roles.find(({ id }) => id === one.roleId)?.name ?? "?";
      const unit = world.units.find(({ id }) => id === one.unitId)?.key ?? "?";
      return `${role} of ${unit}${one.ended ? " (ended)" : ""}`;
    });
  const deputyFor = eyes.deputyFor.map((id) => `deputy of ${id}`);
  const flags = [eyes.person.admin ? "admin" : "", eyes.isActive ? "" : "inactive"].filter(Boolean);
  return `${eyes.person.name} (id ${userId}): ${[...memberships, ...deputyFor, ...flags].join(", ") || "staff only"}`;
}

export function portraitOfUnits(world: World): string {
  const tree = world.units.map(({ id, key, parentId }) => {
    const parent = world.units.find((unit) => unit.id === parentId)?.key;
    return `${key}=${id}${parent === undefined ? "" : `<${parent}`}`;
  });
  return `root ${rootOf(world).key}; ${tree.join(" ")}`;
}
