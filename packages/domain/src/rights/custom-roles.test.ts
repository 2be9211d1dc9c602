import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canBeAssigned, canTake, mayAssign } from "../issues/assign-issue.js";
import { canComment } from "../issues/comment.js";
import { canEdit } from "../issues/edit-issue.js";
import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import { canMoveTo } from "../issues/workflow.js";
import type { CustomRole } from "../org/company.js";
import { companyArb, factsArb } from "../testing/arbitraries.js";
import { TODAY, unitId, userId, viewerAs, viewersOf, withCustom } from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import { ACTION_NAMES, ACTIONS, may } from "./actions.js";
import { canRead, canWrite } from "./field-policy.js";
import { bitsOf } from "./hats.js";
import { unitCan } from "./unit-can.js";
import { canSee, hatsOn } from "./viewer.js";

const WHO = userId("outsider");

/** What the outsider is towards an issue of DEV, by a custom role there. */
function wearing(matrix: Partial<CustomRole>, held = false) {
  const company = withCustom(matrix, ["DEV", "outsider"]);
  const facts = issueFacts(company, held ? { assigneeId: WHO } : {});
  const viewer = viewerAs(company, "outsider");
  return { company, facts, viewer, hats: hatsOn(viewer, facts) };
}

describe("R9: a custom role", () => {
  test("reads the fields of its matrix, and what all read who see the issue", () => {
    const { hats } = wearing({ read: ["estimate"] });
    expect(canRead(ISSUE_FIELDS.estimate, hats)).toBe(true);
    expect(canRead(ISSUE_FIELDS.title, hats)).toBe(true);
    expect(canRead(ISSUE_FIELDS.value, hats)).toBe(false);
  });

  test("of reach ASSIGNED sees what its wearer holds, and nothing else", () => {
    const matrix = { reach: "ASSIGNED", read: ["value"] } as const;
    expect(canSee(wearing(matrix).hats)).toBe(false);
    const { hats } = wearing(matrix, true);
    expect(canRead(ISSUE_FIELDS.value, hats)).toBe(true);
  });

  test("takes nothing away from what its wearer is besides: a holder reads as HOLDER (R10)", () => {
    const { hats } = wearing({}, true);
    expect(canRead(ISSUE_FIELDS.description, hats)).toBe(true);
    expect(verdictText(canComment(hats, false))).toBe("allowed");
  });

  test("writes the fields of its matrix alone", () => {
    const { facts, hats } = wearing({ write: ["dueDate"] });
    expect(verdictText(canEdit(facts, hats, ["dueDate"]))).toBe("allowed");
    expect(verdictText(canEdit(facts, hats, ["dueDate", "title"]))).toBe("FORBIDDEN R10 title");
  });

  test("does what its matrix allows, action by action", () => {
    const nothing = wearing({});
    const move = (scene: typeof nothing, to: string) =>
      verdictText(canMoveTo(scene.facts, scene.hats, false, statusIn(scene.company, "DEV", to)));
    expect(["To do", "Review", "Resolved"].map((to) => move(nothing, to))).toEqual(
      Array(3).fill("FORBIDDEN I3"),
    );
    expect(["To do", "Review", "Resolved"].map((to) => move(wearing({ actions: ["move"] }), to))).toEqual([
      "allowed",
      "allowed",
      "FORBIDDEN I3",
    ]);
    expect(["To do", "Review", "Resolved"].map((to) => move(wearing({ actions: ["start"] }), to))).toEqual([
      "FORBIDDEN I3",
      "allowed",
      "FORBIDDEN I3",
    ]);
    expect(move(wearing({ actions: ["resolve"] }), "Resolved")).toBe("allowed");
    const taker = wearing({ actions: ["take"] });
    expect(verdictText(canTake(taker.facts, taker.hats))).toBe("allowed");
    expect(verdictText(canTake(nothing.facts, nothing.hats))).toBe("FORBIDDEN R5");
    expect(verdictText(canComment(wearing({ actions: ["comment"] }).hats, false))).toBe("allowed");
    expect(verdictText(canComment(wearing({ actions: ["comment"] }).hats, true))).toBe("FORBIDDEN R10");
    expect(verdictText(canComment(wearing({ actions: ["commentInternally"] }).hats, true))).toBe("allowed");
  });

  test("creates issues in its unit where the matrix allows it, whatever it reaches", () => {
    const { company, viewer } = wearing({ reach: "ASSIGNED", actions: ["createIssue"] });
    expect(unitCan(company, viewer, unitId("DEV"))).toMatchObject({ createIssue: true, seeAll: false });
    expect(unitCan(company, viewer, unitId("APP")).createIssue).toBe(false);
    const plain = wearing({ reach: "UNIT" });
    expect(unitCan(plain.company, plain.viewer, unitId("DEV"))).toMatchObject({
      createIssue: false,
      seeAll: true,
    });
  });

  test.each(["ASSIGNED", "UNIT", "TREE"] as const)(
    "of reach %s can be assigned ('who can hold')",
    (reach) => {
      const { company } = wearing({ reach });
      expect(canBeAssigned(company, WHO, unitId("DEV"), TODAY)).toBe(true);
      expect(canBeAssigned(company, WHO, unitId("SALES"), TODAY)).toBe(false);
    },
  );
});

test("R9, L2, L3, L5: no matrix breaks a law, whatever stands in it", () => {
  const laws = ACTION_NAMES.filter((action) => !ACTIONS[action].isGrantable);
  expect(laws).toEqual(["assign", "cancel", "merge", "close", "reopen", "manageUnit", "plan"]);
  const everything = {
    read: Object.keys(ISSUE_FIELDS),
    write: Object.keys(ISSUE_FIELDS),
    actions: ACTION_NAMES,
  };
  const { company, facts, hats, viewer } = wearing({ ...everything, reach: "TREE" });
  expect(laws.filter((action) => may(action, hats))).toEqual([]);
  expect(verdictText(mayAssign(facts, hats))).toBe("FORBIDDEN L3");
  expect(verdictText(canMoveTo(facts, hats, viewer.isBoss, statusIn(company, "DEV", "Closed")))).toBe(
    "LAW L2",
  );
  const closed = issueFacts(company, { status: statusIn(company, "DEV", "Closed") });
  expect(verdictText(canMoveTo(closed, hats, viewer.isBoss, statusIn(company, "DEV", "To do")))).toBe(
    "LAW L2",
  );
});

test("R10: hats add up: with a custom role one reads, writes and may no less than without", () => {
  const scene = companyArb.chain((company) =>
    fc.record({
      company: fc.constant(company),
      facts: factsArb(company),
      who: fc.constantFrom(...viewersOf(company)),
    }),
  );
  fc.assert(
    fc.property(scene, ({ facts, who }) => {
      const hats = hatsOn(who, facts);
      const fixed = bitsOf(hats);
      for (const policy of Object.values(ISSUE_FIELDS)) {
        if (canRead(policy, fixed)) expect(canRead(policy, hats)).toBe(true);
        if (canWrite(policy, fixed)) expect(canWrite(policy, hats)).toBe(true);
      }
      for (const action of ACTION_NAMES) if (may(action, fixed)) expect(may(action, hats)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
