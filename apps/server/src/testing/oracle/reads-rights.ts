import { compare } from "./compare.js";
import {
  answered,
  askAndJudge,
  noId,
  refused,
  someIssue,
  type Operation,
  type Setting,
} from "./operation.js";
import { MATRIX } from "./rules/against-roles.js";
import { answers } from "./rules/answer.js";
import { Eyes } from "./rules/eyes.js";
import { EXPLAINED_ACTIONS, explained } from "./rules/explain.js";
import { GRANTABLE_READS, GRANTABLE_WRITES } from "./rules/fields.js";
import { ANYTHING, InAnyOrder, printSelection } from "./rules/selection.js";
import { rowOrNull, todayOf, type World } from "./rules/world.js";
import { Mismatch } from "./trial.js";

/** Section 1: for bosses, and for those who act for them today: who acts now or is to. */
const readDeputies: Operation = async (setting) => {
  const selection = setting.selections.deputy();
  const document = `{ deputies ${printSelection(selection)} }`;
  await askAndJudge(setting, document, {}, (eyes) => {
    if (!eyes.isBoss) return refused("FORBIDDEN");
    const present = eyes.world.deputies.filter((one) => !one.ended && one.to >= todayOf(eyes.world));
    return answered(eyes, { deputies: new InAnyOrder(answers(eyes, "Deputy", present, selection)) });
  });
};

/** R9: what a matrix can hold. */
const readMatrix: Operation = async (setting) => {
  const document = "{ roleMatrix { readFields writeFields actions { name grantable } } }";
  await askAndJudge(setting, document, {}, (eyes) => {
    const { readFields, writeFields, actions } = MATRIX;
    const lists = { readFields: new InAnyOrder(readFields), writeFields: new InAnyOrder(writeFields) };
    return answered(eyes, { roleMatrix: { ...lists, actions: new InAnyOrder(actions) } });
  });
};

interface Explanation {
  readonly hats: readonly string[];
  readonly fields: readonly {
    readonly field: string;
    readonly read: { readonly allowed: boolean };
    readonly write: { readonly allowed: boolean };
  }[];
  readonly actions: readonly { readonly action: string; readonly verdict: { readonly allowed: boolean } }[];
}

const EXPLAINED_FIELDS = [
  ...new Set(["title", "dueDate", "assignee", "status", "unit", ...GRANTABLE_READS, ...GRANTABLE_WRITES]),
];

/** In the shape in which the oracle has it. */
function plainly({ hats, fields, actions }: Explanation) {
  const of = (way: "read" | "write") =>
    Object.fromEntries(
      EXPLAINED_FIELDS.map((name) => [name, fields.find(({ field }) => field === name)?.[way].allowed]),
    );
  const acts = EXPLAINED_ACTIONS.map((name) => [
    name,
    actions.find(({ action }) => action === name)?.verdict.allowed,
  ]);
  return {
    hats: [...hats].sort(),
    reads: of("read"),
    writes: of("write"),
    actions: Object.fromEntries(acts) as Record<string, boolean>,
  };
}

/** R12: for oneself; for others whoever manages the unit, admins and bosses. */
function mayExplain(eyes: Eyes, userId: string, unitId: string): boolean {
  return userId === eyes.me || eyes.person.admin || eyes.manages(unitId);
}

function refusalOf(eyes: Eyes, world: World, user: string, issueId: string): string | null {
  const [person, issue] = [rowOrNull(world.people, user), eyes.issue(issueId)];
  if (!person || !issue) return "NOT_FOUND";
  if (!mayExplain(eyes, user, issue.unitId)) return "FORBIDDEN";
  return person.active ? null : "CONFLICT";
}

/** R12: what it says of a person is what happens to them. */
const explain: Operation = async (setting: Setting) => {
  const { trial, dice, by } = setting;
  const issueId = dice.chance(0.97) ? someIssue(setting).id : noId(dice);
  const user = dice.chance(0.3) ? by : dice.pick(trial.world.people).id;
  const document = `query($user: ID!, $issue: ID) { explainAccess(user: $user, issue: $issue) {
    hats fields { field read { allowed } write { allowed } } actions { action verdict { allowed } } } }`;
  const asked = await askAndJudge(setting, document, { user, issue: issueId }, (eyes) => {
    const refusal = refusalOf(eyes, eyes.world, user, issueId);
    if (refusal !== null) return refused(refusal);
    return { data: { explainAccess: ANYTHING }, redacted: [] };
  });
  const told = asked.answer.data?.["explainAccess"] as Explanation | null | undefined;
  const issue = rowOrNull(trial.world.issues, issueId);
  if (!told || !issue) return;
  const expected = explained(trial.world, user, issue, EXPLAINED_FIELDS);
  const difference = compare(expected, plainly(told), "explainAccess");
  if (difference !== null) throw new Mismatch(difference);
};

export const RIGHTS_READS: readonly (readonly [number, string, Operation])[] = [
  [2, "deputies", readDeputies],
  [1, "roleMatrix", readMatrix],
  [8, "explainAccess", explain],
];
