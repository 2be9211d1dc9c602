import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canRead } from "../rights/field-policy.js";
import { canSee, hatsOn } from "../rights/viewer.js";
import { companyArb, factsArb } from "../testing/arbitraries.js";
import { demoCompany, unitId, userId, viewerAs, viewersOf, withCustom } from "../testing/demo-company.js";
import { issueFacts, statusIn } from "../testing/issues.js";
import { canComment } from "./comment.js";
import { canEdit, EDITABLE_FIELDS } from "./edit-issue.js";
import type { Resolution } from "./issue-kinds.js";
import { issueCan } from "./issue-can.js";
import { explainAccess, mayExplain, type AccessExplanation, type Explained } from "./explain-access.js";
import { ISSUE_FIELDS } from "./issue-fields.js";

const company = demoCompany();

/** "allowed by HAT (rule)", or the message (rule). */
function words(verdict: Explained | undefined): string {
  if (!verdict) return "nothing";
  return verdict.allowed ? `${verdict.by} (${verdict.rule})` : `${verdict.message} (${verdict.rule})`;
}

const read = (told: AccessExplanation, field: string) =>
  words(told.fields.find((row) => row.field === field)?.read);
const write = (told: AccessExplanation, field: string) =>
  words(told.fields.find((row) => row.field === field)?.write);
const act = (told: AccessExplanation, action: string) =>
  words(told.actions.find((row) => row.action === action)?.verdict);

const unended = { resolution: null };

describe("R12: each decision names the hat that allowed or the rule that refused", () => {
  const facts = { ...issueFacts(company), resolution: null as Resolution | null };
  const of = (login: string, changes = {}) =>
    explainAccess(company, viewerAs(company, login), { ...facts, ...changes });

  test("R3: the head", () => {
    const told = of("dev.head");
    expect(read(told, "title")).toBe("ANYONE (R10)");
    expect(read(told, "estimate")).toBe("MANAGER (R3)");
    expect(write(told, "estimate")).toBe("MANAGER (R3)");
    expect(write(told, "unit")).toBe("access.byHandoff (L3)");
    expect(write(told, "status")).toBe("access.byWorkflow (I3)");
    expect(act(told, "assign")).toBe("MANAGER (R3)");
    expect(act(told, "close")).toBe("issue.onlyBossCloses (L2)");
  });

  test("R5: a developer", () => {
    const told = of("dev.dev1");
    expect(read(told, "internalComments")).toBe("access.notReadable (R10)");
    expect(write(told, "title")).toBe("issue.fieldNotWritable (R5)");
    expect(act(told, "take")).toBe("DEVELOPER (R5)");
    expect(act(told, "assign")).toBe("issue.assignByManagerOnly (L3)");
    expect(act(told, "cancel")).toBe("issue.endedByManagerOnly (L5)");
    expect(act(told, "merge")).toBe("issue.endedByManagerOnly (L5)");
    expect(act(told, "archive")).toBe("issue.onlyBossArchives (L5)");
    expect(act(told, "return")).toBe("issue.notResolved (I3)");
    expect(act(told, "relate")).toBe("relation.managersOnly (I2)");
  });

  test("R6: a reporter, on what they hold and on what they do not", () => {
    const held = of("dev.rep1", { assigneeId: userId("dev.rep1") });
    expect(held.hats).toEqual(["REPORTER", "HOLDER", "FOLLOWER"]);
    expect(read(held, "estimate")).toBe("HOLDER (R10)");
    expect(act(held, "resolve")).toBe("REPORTER (R6)");
    expect(act(held, "move")).toBe("issue.transitionNotAllowed (R6)");
    const other = of("dev.rep1");
    expect(other.hats).toEqual([]);
    expect(read(other, "title")).toBe("access.notSeen (R10)");
    expect(act(other, "comment")).toBe("access.notSeen (R10)");
  });

  test("L2: the boss closes, and reopens what is closed", () => {
    expect(act(of("boss"), "close")).toBe("MANAGER (R3)");
    expect(act(of("boss"), "reopen")).toBe("issue.notClosed (L2)");
    const closed = { status: statusIn(company, "DEV", "Closed") };
    expect(act(of("boss", closed), "reopen")).toBe("MANAGER (R3)");
    expect(act(of("boss", closed), "close")).toBe("issue.alreadyClosed (L2)");
    expect(act(of("dev.head", closed), "reopen")).toBe("issue.onlyBossReopens (L2)");
    expect(act(of("dev.head", closed), "cancel")).toBe("issue.onlyBossReopens (L2)");
    expect(act(of("boss", { ...closed, archived: true }), "archive")).toBe("issue.archived (L5)");
  });

  test("L5, L2: the head cancels and merges what is open and not ended so already", () => {
    expect(act(of("dev.head"), "cancel")).toBe("MANAGER (R3)");
    expect(act(of("dev.head", { resolution: "CANCELLED" }), "cancel")).toBe("issue.alreadyCancelled (L5)");
    expect(act(of("dev.head", { inTransit: true }), "merge")).toBe("issue.inTransit (H3)");
    const closed = { status: statusIn(company, "DEV", "Closed"), resolution: "DONE" };
    expect(act(of("dev.head", closed), "merge")).toBe("issue.onlyBossReopens (L2)");
  });

  test("I3: to resolve what is resolved is allowed to nobody who may not resolve", () => {
    const resolved = { status: statusIn(company, "DEV", "Resolved"), resolution: "DONE" };
    expect(act(of("dev.dev1", resolved), "resolve")).toBe("DEVELOPER (R5)");
    expect(act(of("sales.head", { ...resolved, followed: true }), "resolve")).toBe("access.notAllowed (R6)");
  });

  test("R1, R5: what is done in the unit hangs on the unit, not on this issue", () => {
    expect(act(of("dev.dev1", { archived: true }), "createIssue")).toBe("DEVELOPER (R5)");
    expect(act(of("dev.dev1", { unitArchived: true }), "createIssue")).toBe("unit.archived (R1)");
    expect(act(of("dev.head", { unitArchived: true }), "manageUnit")).toBe("MANAGER (R3)");
  });

  test("I2, H3: relations are written while the issue can change", () => {
    expect(write(of("dev.head"), "relations")).toBe("MANAGER (R3)");
    expect(write(of("dev.head", { inTransit: true }), "relations")).toBe("issue.inTransit (H3)");
    expect(write(of("dev.dev1"), "relations")).toBe("relation.managersOnly (I2)");
  });

  test("R9: a custom role", () => {
    const custom = withCustom({ read: ["estimate"], actions: ["take"] }, ["DEV", "outsider"]);
    const told = explainAccess(custom, viewerAs(custom, "outsider"), { ...issueFacts(custom), ...unended });
    expect(read(told, "estimate")).toBe("CUSTOM (R9)");
    expect(read(told, "value")).toBe("access.notReadable (R10)");
    expect(act(told, "take")).toBe("CUSTOM (R9)");
  });
});

test("R10, R12: what is explained is what is decided, for anyone in any company", () => {
  const scene = companyArb.chain((any) =>
    fc.record({ any: fc.constant(any), facts: factsArb(any), viewer: fc.constantFrom(...viewersOf(any)) }),
  );
  fc.assert(
    fc.property(scene, ({ any, facts: hatFacts, viewer }) => {
      const facts = { ...issueFacts(company, hatFacts), ...unended };
      const hats = hatsOn(viewer, facts);
      const told = explainAccess(any, viewer, facts);
      const can = issueCan(any, viewer, facts, hats);
      for (const { action, verdict } of told.actions) {
        if (action in can)
          expect([action, verdict.allowed]).toEqual([action, canSee(hats) && can[action as "close"]]);
      }
      for (const row of told.fields) {
        expect(row.read.allowed).toBe(canSee(hats) && canRead(ISSUE_FIELDS[row.field], hats));
        const editable = EDITABLE_FIELDS.find((field) => field === row.field);
        if (editable)
          expect(row.write.allowed).toBe(canSee(hats) && canEdit(facts, hats, [editable]).allowed);
      }
      const comment = told.actions.find(({ action }) => action === "comment");
      expect(comment?.verdict.allowed).toBe(canSee(hats) && canComment(hats, false).allowed);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["dev.dev1", "dev.dev1", true],
  ["dev.head", "dev.dev1", true],
  ["boss", "dev.dev1", true],
  ["admin", "dev.dev1", true],
  ["sales.head", "dev.dev1", false],
  ["dev.dev2", "dev.dev1", false],
])("R12: %s may look at the rights of %s: %s", (actor, person, expected) => {
  const facts = { unitId: unitId("DEV") };
  expect(mayExplain(company, viewerAs(company, actor), userId(person), facts).allowed).toBe(expected);
});
