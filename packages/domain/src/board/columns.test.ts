import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canMoveTo } from "../issues/workflow.js";
import { HATS, hatsFrom, type Hat } from "../rights/hats.js";
import { demoCompany, statusId, unitId } from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import { columnsOf, columnWith, dropStatus } from "./columns.js";
import { verdicts } from "./verdict.js";

const company = demoCompany();
const board = columnsOf(company, unitId("DEV"));
const boardUnder = columnsOf(company, unitId("DEV"), true);

describe("I3: columns", () => {
  test("a unit's board has one per status, by position, and a drop sets that status", () => {
    expect(board.map((column) => column.name)).toEqual([
      "Backlog",
      "To do",
      "In progress",
      "Review",
      "Resolved",
      "Closed",
    ]);
    expect(board.map((column) => dropStatus(column, unitId("DEV")))).toEqual(
      company.statusesOfUnit.get(unitId("DEV")),
    );
    expect(columnsOf(company, unitId("NONE"))).toEqual([]);
  });

  test("a board with the units below has one per category, and all their statuses in it", () => {
    expect(boardUnder.map((column) => column.id)).toEqual([
      "BACKLOG",
      "TODO",
      "IN_PROGRESS",
      "RESOLVED",
      "CLOSED",
    ]);
    expect(boardUnder.every((column) => column.status === null)).toBe(true);
    expect(boardUnder[2]?.statuses.map((status) => status.id)).toEqual([
      statusId("DEV", "In progress"),
      statusId("DEV", "Review"),
      statusId("APP", "In progress"),
      statusId("APP", "Review"),
    ]);
  });

  test("there a drop sets the first status of the category in the issue's own unit", () => {
    const column = boardUnder.find(({ id }) => id === "IN_PROGRESS");
    expect(column && dropStatus(column, unitId("APP"))?.id).toBe(statusId("APP", "In progress"));
    expect(column && dropStatus(column, unitId("SALES"))).toBeUndefined();
  });

  test("a column of several statuses sets the one that it is told to", () => {
    const [review, progress] = [statusIn(company, "DEV", "Review"), statusIn(company, "DEV", "In progress")];
    const column = {
      id: "x",
      name: "Doing",
      category: "IN_PROGRESS",
      status: review,
      statuses: [review, progress],
    };
    expect(dropStatus({ ...column, category: "IN_PROGRESS" }, unitId("DEV"))).toBe(review);
  });

  test("ORD-10: every status of the units shown is in exactly one column", () => {
    for (const [columns, units] of [
      [board, ["DEV"]],
      [boardUnder, ["DEV", "APP"]],
    ] as const) {
      const inColumns = columns.flatMap((column) => column.statuses.map((status) => status.id));
      const ofUnits = units.flatMap((unit) => company.statusesOfUnit.get(unitId(unit)) ?? []);
      expect(inColumns.toSorted()).toEqual(ofUnits.map((status) => status.id).toSorted());
    }
    expect(columnWith(boardUnder, statusId("APP", "Review"))?.id).toBe("IN_PROGRESS");
    expect(columnWith(board, statusId("APP", "Review"))).toBeUndefined();
  });
});

describe("R12: the verdict on every column", () => {
  const told = (hats: readonly Hat[], changes = {}, columns = board, isBoss = false) =>
    [...verdicts(columns, issueFacts(company, changes), hatsFrom(hats), isBoss).values()].map(verdictText);
  const allowed = (count: number) => Array<string>(count).fill("allowed");

  test("a developer: everywhere but into CLOSED", () => {
    expect(told(["DEVELOPER"])).toEqual([...allowed(5), "LAW L2"]);
  });

  test("a reporter: on to IN_PROGRESS and RESOLVED, with no say in the order of their own column", () => {
    expect(told(["REPORTER", "HOLDER"])).toEqual([
      "FORBIDDEN R6",
      "FORBIDDEN R6",
      "FORBIDDEN R10",
      "allowed",
      "allowed",
      "LAW L2",
    ]);
  });

  test("a boss, over an unfinished sub-issue", () => {
    const expected = [...allowed(4), "CONFLICT I1", "CONFLICT I1"];
    expect(told(["MANAGER"], { unfinishedSubIssues: 1 }, board, true)).toEqual(expected);
  });

  test("on a board of categories the own column keeps the status, so Review stays Review", () => {
    const review = { status: statusIn(company, "DEV", "Review") };
    expect(told(["DEVELOPER"], review, boardUnder)).toEqual([...allowed(4), "LAW L2"]);
    expect(told(["ANALYST"], review, boardUnder)).toEqual([
      "FORBIDDEN I3",
      "FORBIDDEN I3",
      "FORBIDDEN R10",
      "FORBIDDEN I3",
      "LAW L2",
    ]);
  });

  test("a card of a unit that the board does not show goes nowhere", () => {
    const foreign = { unitId: unitId("SALES"), status: statusIn(company, "SALES", "To do") };
    expect(new Set(told(["MANAGER"], foreign, boardUnder, true))).toEqual(new Set(["BAD_USER_INPUT status"]));
  });
});

test("R12: a column's verdict is what the server answers to the drop", () => {
  const nameArb = fc.constantFrom(...board.map((column) => column.name));
  fc.assert(
    fc.property(
      fc.subarray(HATS),
      fc.boolean(),
      nameArb,
      fc.nat(1),
      (hats, isBoss, name, unfinishedSubIssues) => {
        const facts = issueFacts(company, { status: statusIn(company, "DEV", name), unfinishedSubIssues });
        const sum = hatsFrom(hats);
        for (const [columnId, verdict] of verdicts(board, facts, sum, isBoss)) {
          const target = company.statuses.find((status) => status.id === columnId);
          if (!target || target.id === facts.status.id) continue;
          expect(verdict).toEqual(canMoveTo(facts, sum, isBoss, target));
        }
      },
    ),
  );
});
