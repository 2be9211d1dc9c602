import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATUS_CATEGORIES, type StatusCategory } from "../org/company.js";
import { HATS, hatsFrom, type Hat } from "../rights/hats.js";
import { demoCompany, statusId } from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import { isDone, isOpen } from "./issue-facts.js";
import { canMoveTo, defaultStatuses, firstOf, resolutionAfter, transitionsFor } from "./workflow.js";

const company = demoCompany();
const status = (name: string) => statusIn(company, "DEV", name);
const NAMES: Record<StatusCategory, string> = {
  BACKLOG: "Backlog",
  TODO: "To do",
  IN_PROGRESS: "In progress",
  RESOLVED: "Resolved",
  CLOSED: "Closed",
};

function moving(hats: readonly Hat[], from: string, to: string, isBoss = false): string {
  const facts = issueFacts(company, { status: status(from) });
  return verdictText(canMoveTo(facts, hatsFrom(hats), isBoss, status(to)));
}

describe("I3: moves along the workflow", () => {
  const cases: readonly (readonly [string, readonly Hat[], string, string, string])[] = [
    ["R5", ["DEVELOPER"], "Backlog", "Resolved", "allowed"],
    ["R5", ["DEVELOPER"], "Resolved", "To do", "allowed"],
    ["R5", ["DEVELOPER"], "In progress", "Review", "allowed"],
    ["R3", ["MANAGER"], "To do", "Backlog", "allowed"],
    ["R6", ["REPORTER", "HOLDER"], "To do", "In progress", "allowed"],
    ["R6", ["REPORTER", "HOLDER"], "To do", "Review", "allowed"],
    ["R6", ["REPORTER", "HOLDER"], "Backlog", "Resolved", "allowed"],
    ["R6", ["REPORTER", "HOLDER"], "Resolved", "In progress", "allowed"],
    ["R6", ["REPORTER", "HOLDER"], "In progress", "To do", "FORBIDDEN R6"],
    ["R6", ["REPORTER", "HOLDER"], "In progress", "Backlog", "FORBIDDEN R6"],
    ["R7", ["ANALYST"], "To do", "In progress", "FORBIDDEN I3"],
    ["R8", ["AUTHOR", "FOLLOWER"], "To do", "In progress", "FORBIDDEN I3"],
    ["L2", ["MANAGER"], "Resolved", "Closed", "LAW L2"],
    ["L2", ["DEVELOPER"], "Backlog", "Closed", "LAW L2"],
    ["L2", ["REPORTER", "HOLDER"], "Resolved", "Closed", "LAW L2"],
    ["L2 is asked before the hats", ["ANALYST"], "Resolved", "Closed", "LAW L2"],
    ["L2", ["MANAGER"], "Closed", "In progress", "LAW L2"],
    ["L2", ["DEVELOPER"], "Closed", "Resolved", "LAW L2"],
  ];
  test.each(cases)("%s: %j from %s to %s: %s", (_rule, hats, from, to, expected) => {
    expect(moving(hats, from, to)).toBe(expected);
  });

  test("L2: a boss moves everything everywhere", () => {
    for (const from of Object.values(NAMES)) {
      for (const to of Object.values(NAMES)) expect(moving(["MANAGER"], from, to, true)).toBe("allowed");
    }
  });

  test("R12: the words of L2 say whether it is closing or reopening", () => {
    const hats = hatsFrom(["MANAGER"]);
    const closing = canMoveTo(issueFacts(company), hats, false, status("Closed"));
    const reopening = canMoveTo(
      issueFacts(company, { status: status("Closed") }),
      hats,
      false,
      status("To do"),
    );
    expect(closing).toMatchObject({ message: "issue.onlyBossCloses" });
    expect(reopening).toMatchObject({ message: "issue.onlyBossReopens" });
  });

  test("a status of another unit is a wrong value, whoever names it", () => {
    const target = statusIn(company, "SALES", "Closed");
    expect(verdictText(canMoveTo(issueFacts(company), 0, false, target))).toBe("BAD_USER_INPUT status");
    expect(verdictText(canMoveTo(issueFacts(company), 1, true, target))).toBe("BAD_USER_INPUT status");
  });

  test("the present status is no move, so there is nothing to refuse", () => {
    expect(moving([], "Closed", "Closed")).toBe("allowed");
  });
});

describe("I1: sub-issues that are unfinished", () => {
  const over = (from: string, to: string, seen?: number) =>
    canMoveTo(
      issueFacts(company, {
        status: status(from),
        unfinishedSubIssues: 2,
        ...(seen === undefined ? {} : { seenUnfinishedSubIssues: seen }),
      }),
      hatsFrom(["MANAGER"]),
      true,
      status(to),
    );

  test.each([
    ["In progress", "Resolved", "CONFLICT I1"],
    ["In progress", "Closed", "CONFLICT I1"],
    ["Resolved", "Closed", "CONFLICT I1"],
    ["In progress", "To do", "allowed"],
    ["Resolved", "In progress", "allowed"],
    ["Closed", "In progress", "allowed"],
  ])("from %s to %s: %s", (from, to, expected) => {
    expect(verdictText(over(from, to))).toBe(expected);
  });

  test("from one RESOLVED status to another nothing is resolved", () => {
    const target = { ...status("Resolved"), id: statusId("DEV", "Verified") };
    const facts = issueFacts(company, { status: status("Resolved"), unfinishedSubIssues: 2 });
    expect(verdictText(canMoveTo(facts, hatsFrom(["DEVELOPER"]), false, target))).toBe("allowed");
  });

  test("R10: their number is told only to who sees them all", () => {
    expect(over("To do", "Resolved", 2)).toMatchObject({
      message: "issue.subIssuesUnfinished",
      params: { count: 2 },
    });
    for (const decision of [
      over("To do", "Resolved", 1),
      over("To do", "Resolved", 0),
      over("To do", "Resolved"),
    ]) {
      expect(decision).toMatchObject({ message: "issue.subIssuesUnfinishedUnseen", params: {} });
    }
  });

  test("who may not move it at all learns nothing of them", () => {
    const facts = issueFacts(company, { unfinishedSubIssues: 2 });
    expect(verdictText(canMoveTo(facts, hatsFrom(["ANALYST"]), false, status("Resolved")))).toBe(
      "FORBIDDEN I3",
    );
    expect(verdictText(canMoveTo(facts, hatsFrom(["DEVELOPER"]), false, status("Closed")))).toBe("LAW L2");
  });
});

describe("what is archived", () => {
  test("L5: an archived issue does not move, not even for a boss", () => {
    const facts = issueFacts(company, { archived: true, status: status("Closed") });
    expect(verdictText(canMoveTo(facts, hatsFrom(["MANAGER"]), true, status("To do")))).toBe("CONFLICT L5");
  });

  test.each([
    ["Resolved", "Closed", "allowed"],
    ["Resolved", "In progress", "CONFLICT R1"],
    ["Closed", "Backlog", "CONFLICT R1"],
  ])("R1: in an archived unit nothing becomes unfinished: %s to %s: %s", (from, to, expected) => {
    const facts = issueFacts(company, { unitArchived: true, status: status(from) });
    expect(verdictText(canMoveTo(facts, hatsFrom(["MANAGER"]), true, status(to)))).toBe(expected);
  });
});

describe("I3: the table of transitions", () => {
  test("a boss reaches every category from every other; nobody else gets into CLOSED or out of it", () => {
    const boss = transitionsFor(hatsFrom(["MANAGER"]), true);
    for (const from of STATUS_CATEGORIES) expect([...(boss.get(from) ?? [])]).toEqual([...STATUS_CATEGORIES]);
    const others = transitionsFor(hatsFrom(HATS), false);
    expect([...(others.get("CLOSED") ?? [])]).toEqual([]);
    for (const reachable of others.values()) expect(reachable.has("CLOSED")).toBe(false);
  });

  test("R10: hats add up: whoever has more of them can move to no less", () => {
    const categoryArb = fc.constantFrom(...STATUS_CATEGORIES);
    const sumArb = fc.subarray(HATS).map(hatsFrom);
    fc.assert(
      fc.property(sumArb, sumArb, fc.boolean(), categoryArb, categoryArb, (some, more, isBoss, from, to) => {
        const can = (hats: number) => transitionsFor(hats, isBoss).get(from)?.has(to) === true;
        if (can(some)) expect(can(some | more)).toBe(true);
      }),
    );
  });

  test("L2: no hats, facts or status let anybody but a boss into CLOSED or out of it", () => {
    const nameArb = fc.constantFrom(...defaultStatuses().map(({ name }) => name));
    const factsArb = fc.record({
      archived: fc.boolean(),
      unitArchived: fc.boolean(),
      unfinishedSubIssues: fc.nat(2),
      followed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.subarray(HATS), nameArb, nameArb, factsArb, (hats, from, to, changes) => {
        fc.pre((from === "Closed") !== (to === "Closed"));
        const facts = issueFacts(company, { ...changes, status: status(from) });
        expect(verdictText(canMoveTo(facts, hatsFrom(hats), false, status(to)))).toBe("LAW L2");
      }),
    );
  });
});

describe("statuses", () => {
  test("I3: a new unit has at least one of each category, in order, Review being IN_PROGRESS", () => {
    const statuses = defaultStatuses();
    expect(new Set(statuses.map(({ category }) => category))).toEqual(new Set(STATUS_CATEGORIES));
    expect(statuses.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(firstOf(statuses.toReversed(), "IN_PROGRESS")?.name).toBe("In progress");
    expect(firstOf(statuses.slice(0, 1), "TODO")).toBeUndefined();
  });

  test("L5: what is done has a resolution, and what is taken up again has none", () => {
    expect(resolutionAfter("RESOLVED", null)).toBe("DONE");
    expect(resolutionAfter("CLOSED", null)).toBe("DONE");
    expect(resolutionAfter("CLOSED", "CANCELLED")).toBe("CANCELLED");
    expect(resolutionAfter("IN_PROGRESS", "DUPLICATE")).toBeNull();
    expect(resolutionAfter("BACKLOG", null)).toBeNull();
  });

  test("section 1: open is not CLOSED, done is RESOLVED or CLOSED", () => {
    expect(STATUS_CATEGORIES.filter(isOpen)).toEqual(["BACKLOG", "TODO", "IN_PROGRESS", "RESOLVED"]);
    expect(STATUS_CATEGORIES.filter(isDone)).toEqual(["RESOLVED", "CLOSED"]);
  });
});
