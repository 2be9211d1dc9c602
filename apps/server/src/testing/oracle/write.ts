import { answered, ENDED, refused, type Setting } from "./operation.js";
import { codesOf } from "./rules/against.js";
import { answer } from "./rules/answer.js";
import { issuesFault, type Patch } from "./rules/effects.js";
import type { Eyes } from "./rules/eyes.js";
import { printSelection, type Sel } from "./rules/selection.js";
import type { Reason } from "./rules/workflow.js";
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
  "issues",
  "holdings",
  "comments",
  "memberships",
  "people",
  "labels",
  "units",
  "events",
] as const;

function changedTables(before: World, after: World): string[] {
  return TABLES.filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));
}

/** L4: whoever acted is in the log. */
function actorFault(before: World, after: World, by: string): string | null {
  const events = after.events.slice(before.events.length);
  const other = events.find((event) => event.actorId !== by);
  if (other) return `event ${other.id} is of ${String(other.actorId)}`;
  return changedTables(before, after).length > 0 && events.length === 0 ? "changed without an event" : null;
}

function checkEffect(write: Write, before: Eyes, after: World): void {
  const fault =
    issuesFault(before.world, after, write.patches?.(before) ?? {}) ??
    write.fault?.(before, after) ??
    actorFault(before.world, after, before.me);
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
  const codes = before.isActive
    ? codesOf(write.against(before), write.isBadAnyway ?? false)
    : [...ENDED, ...(write.isBadAnyway === true ? ["BAD_USER_INPUT"] : [])];
  setting.count(`${write.name}: ${codes[0] ?? "done"}`);
  const asked = await trial.ask(question);
  await trial.look();
  if (codes.length > 0) {
    trial.judge(asked, refused(...codes));
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
  const data = { [write.name]: answer(after, write.type, record, write.selection) };
  trial.judge(asked, record === null ? refused("NOT_FOUND") : answered(after, data));
}
