import { answered, ENDED, isTooCostly, refused, TOO_COSTLY, type Setting } from "./operation.js";
import { codesOf, rulesOf } from "./rules/against.js";
import { answer, answers } from "./rules/answer.js";
import { issuesFault, type Patch } from "./rules/effects.js";
import { factsFault, holdingsFault } from "./rules/facts.js";
import { isBossThemselves } from "./rules/hats.js";
import type { Eyes } from "./rules/eyes.js";
import { printSelection, type Sel } from "./rules/selection.js";
import type { Reason } from "./rules/reasons.js";
import type { World } from "./rules/world.js";
import { Mismatch } from "./trial.js";

/** An act, and what the rules make of it. */
export interface Write {
  readonly name: string;
  /** Of its variables: `$id: ID!, ...`. */
  readonly declared: string;
  readonly passed: string;
  readonly variables: Record<string, unknown>;
  readonly type: string;
  readonly selection: readonly Sel[];
  /** It answers with a list of such records. */
  readonly isList?: boolean;
  readonly against: (eyes: Eyes) => readonly Reason[];
  readonly isBadAnyway?: boolean;
  /** Of the issues, when it is done; "new" is one that is made. */
  readonly patches?: (eyes: Eyes) => Readonly<Record<string, Patch>>;
  /** What else is not as it should be. */
  readonly fault?: (before: Eyes, after: World) => string | null;
  /** What it answers with: null, when that is not for the viewer any more. */
  readonly record: (after: Eyes, before: World) => unknown;
}

const TABLES = [
  ...(["companies", "units", "people", "roles", "memberships", "deputies", "labels"] as const),
  ...(["issues", "holdings", "comments", "relations", "handoffs", "steps", "events"] as const),
];

function changedTables(before: World, after: World): string[] {
  // The log only grows.
  const text = (world: World, table: (typeof TABLES)[number]) =>
    JSON.stringify(table === "events" ? world.events.length : world[table]);
  return TABLES.filter((table) => text(before, table) !== text(after, table));
}

/** L4: whoever acted is in the log; a deputy's events name the boss too (section 1). */
function actorFault(before: Eyes, after: World): string | null {
  const events = after.events.slice(before.world.events.length);
  const bosses = isBossThemselves(before.world, before.me) ? [] : before.deputyFor;
  // H1: steps that are accepted at once are so in the initiator's name, by whoever gave them their turn.
  const other = events.find((event) => event.actorId !== before.me);
  if (other) return `event ${other.id} is of ${String(other.actorId)}`;
  const nameless = events.find(({ onBehalfOf }) =>
    onBehalfOf === null ? bosses.length > 0 : !bosses.includes(onBehalfOf),
  );
  if (nameless) return `event ${nameless.id} is in the name of ${String(nameless.onBehalfOf)}`;
  const isSilent = events.length === 0 && changedTables(before.world, after).length > 0;
  return isSilent ? "changed without an event" : null;
}

function checkEffect(write: Write, before: Eyes, after: World): void {
  const fault =
    issuesFault(before.world, after, write.patches?.(before) ?? {}) ??
    write.fault?.(before, after) ??
    holdingsFault(before.world, after) ??
    factsFault(before.world, after) ??
    actorFault(before, after);
  if (fault !== null) throw new Mismatch(`after ${write.name}: ${fault}`);
}

/** Does it, has the answer judged, and looks at what it has done: all of it, and nothing else. */
export async function doWrite(setting: Setting, write: Write): Promise<void> {
  const { trial, by, tell, dice } = setting;
  const passed = write.passed.replace("MUTATION", "clientMutationId: $m");
  const declared = passed === write.passed ? write.declared : `${write.declared}, $m: String`;
  const document = `mutation(${declared}) { ${write.name}(${passed}) ${printSelection(write.selection)} }`;
  const m = passed !== write.passed && dice.chance(0.2) ? `m${String(dice.next())}` : null;
  const question = { by, document, variables: { ...write.variables, ...(m !== null && { m }) } };
  tell(`${document}\n  ${JSON.stringify(question.variables)}`);
  const before = trial.eyes(by);
  const against = before.isActive ? write.against(before) : [];
  const codes = before.isActive
    ? codesOf(against, write.isBadAnyway ?? false)
    : [...ENDED, ...(write.isBadAnyway === true ? ["BAD_USER_INPUT"] : [])];
  setting.count(`${write.name}: ${codes[0] ?? "done"}`);
  const asked = await trial.ask(question);
  await trial.look();
  const isUnasked = isTooCostly(asked);
  if (isUnasked) setting.count(TOO_COSTLY);
  if (codes.length > 0 || isUnasked) {
    if (!isUnasked) trial.judge(asked, { codes, rules: rulesOf(against, codes) });
    const changed = changedTables(before.world, trial.world);
    if (changed.length > 0) throw new Mismatch(`refused, but changed ${changed.join(", ")}`);
    return;
  }
  judgeDone(setting, write, before.world, asked);
  checkEffect(write, before, trial.world);
  if (m === null) return;
  // A repeat acts once, and answers with the record as it is now.
  const done = trial.world;
  const again = await trial.ask(question);
  await trial.look();
  judgeDone(setting, write, before.world, again);
  if (changedTables(done, trial.world).length > 0) throw new Mismatch("a repeat changed something");
}

function judgeDone(
  { trial, by }: Setting,
  write: Write,
  before: World,
  asked: Parameters<typeof trial.judge>[0],
): void {
  const after = trial.eyes(by);
  if (!after.isActive) return;
  const record = write.record(after, before);
  const told = write.isList
    ? answers(after, write.type, record as unknown[], write.selection)
    : answer(after, write.type, record, write.selection);
  const data = { [write.name]: told };
  trial.judge(asked, record === null ? refused("NOT_FOUND") : answered(after, data));
}
