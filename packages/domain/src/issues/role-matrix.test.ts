import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REACHES, type BuiltInRole } from "../org/company.js";
import { ACTION_NAMES, GRANTABLE_ACTIONS } from "../rights/actions.js";
import { customRole, demoCompany, roleId } from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { ISSUE_FIELDS } from "./issue-fields.js";
import {
  cleanMatrix,
  GRANTABLE_READS,
  GRANTABLE_WRITES,
  matrixOf,
  matrixOfCopy,
  type Matrix,
} from "./role-matrix.js";

const company = demoCompany();
const NOTHING: Matrix = { reach: "UNIT", read: [], write: [], actions: [] };

function builtIn(base: BuiltInRole) {
  const role = company.roleById.get(roleId(base));
  if (!role) throw new Error(`no role ${base}`);
  return role;
}

test("R3 to R7: the matrices of the built-in roles", () => {
  expect(matrixOf(builtIn("MANAGER"))).toEqual({
    reach: "TREE",
    read: GRANTABLE_READS,
    write: GRANTABLE_WRITES,
    actions: ACTION_NAMES.filter((action) => action !== "file"),
  });
  expect(matrixOf(builtIn("DEVELOPER"))).toMatchObject({
    reach: "UNIT",
    read: GRANTABLE_READS.filter((field) => field !== "internalComments"),
    write: ["rank"],
    actions: ["createIssue", "comment", "logTime", "move", "start", "resolve", "take", "handOff"],
  });
  expect(matrixOf(builtIn("REPORTER"))).toEqual({
    reach: "ASSIGNED",
    read: [],
    write: [],
    actions: ["start", "resolve"],
  });
  expect(matrixOf(builtIn("ANALYST"))).toEqual({
    reach: "TREE",
    read: GRANTABLE_READS,
    write: [],
    actions: [],
  });
});

test("R9: a copy of any role is a matrix that may stand, and a copy of a custom one is the same", () => {
  for (const base of ["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"] as const) {
    const copy = matrixOfCopy(builtIn(base));
    expect(cleanMatrix(copy)).toEqual({ allowed: true, value: copy });
    expect(matrixOfCopy(customRole("X", copy))).toEqual(copy);
  }
});

describe("R9: a matrix is refused", () => {
  test.each<[string, Partial<Matrix>, string]>([
    ["that lets close", { actions: ["close"] }, "LAW L2 actions"],
    ["that lets reopen", { actions: ["reopen"] }, "LAW L2 actions"],
    ["that lets assign", { actions: ["assign"] }, "LAW L3 actions"],
    ["that lets cancel", { actions: ["cancel"] }, "LAW L5 actions"],
    ["that lets merge", { actions: ["merge"] }, "LAW L5 actions"],
    ["that writes the status", { write: ["status"] }, "LAW L2 writeFields"],
    ["that writes the unit", { write: ["unit"] }, "LAW L3 writeFields"],
    ["that writes the assignee", { write: ["assignee"] }, "LAW L3 writeFields"],
    ["that writes archived", { write: ["archived"] }, "LAW L5 writeFields"],
    ["that lets delete", { actions: ["delete"] }, "BAD_USER_INPUT actions"],
    ["that manages members", { actions: ["manageUnit"] }, "BAD_USER_INPUT actions"],
    ["with an unknown field", { read: ["salary"] }, "BAD_USER_INPUT readFields"],
    ["that reads what all read", { read: ["title"] }, "BAD_USER_INPUT readFields"],
    ["that writes a count", { write: ["commentCount"] }, "BAD_USER_INPUT writeFields"],
    ["that writes unseen", { write: ["estimate"] }, "BAD_USER_INPUT writeFields"],
    ["that comments unseen", { actions: ["comment"] }, "BAD_USER_INPUT actions"],
    ["that comments internally unseen", { actions: ["commentInternally"] }, "BAD_USER_INPUT actions"],
    [
      "that reads internal comments of what is held",
      { read: ["internalComments"], reach: "ASSIGNED" },
      "BAD_USER_INPUT reach",
    ],
  ])("%s", (_what, wish, expected) => {
    expect(verdictText(cleanMatrix({ ...NOTHING, ...wish }))).toBe(expected);
  });

  test("unless it stays among what is offered, whatever it is made of", () => {
    const anyArb = fc.record({
      reach: fc.constantFrom(...REACHES),
      read: fc.subarray(Object.keys(ISSUE_FIELDS)),
      write: fc.subarray(Object.keys(ISSUE_FIELDS)),
      actions: fc.subarray(ACTION_NAMES),
    });
    fc.assert(
      fc.property(anyArb, (wish) => {
        const cleaned = cleanMatrix(wish);
        if (!cleaned.allowed) return;
        expect(GRANTABLE_READS).toEqual(expect.arrayContaining([...cleaned.value.read]));
        expect(GRANTABLE_WRITES).toEqual(expect.arrayContaining([...cleaned.value.write]));
        expect(GRANTABLE_ACTIONS).toEqual(expect.arrayContaining([...cleaned.value.actions]));
      }),
    );
  });
});

test("R9: a matrix is kept with each name once, in the order of the tables", () => {
  const wish = { ...NOTHING, read: ["rank", "estimate", "rank"], write: ["rank", "title"] };
  expect(cleanMatrix(wish)).toMatchObject({
    value: { read: ["estimate", "rank"], write: ["title", "rank"] },
  });
});
