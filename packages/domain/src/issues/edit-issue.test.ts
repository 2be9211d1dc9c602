import { describe, expect, test } from "vitest";
import { hatsFrom, type Hat } from "../rights/hats.js";
import { day, demoCompany, labelId, unitId } from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import {
  canEdit,
  canRank,
  datesInOrder,
  EDITABLE_FIELDS,
  labelsKnown,
  writableFields,
  type EditableField,
} from "./edit-issue.js";

const company = demoCompany();
const facts = issueFacts(company);
const editing = (hats: readonly Hat[], fields: readonly EditableField[], changes = {}) =>
  verdictText(canEdit({ ...facts, ...changes }, hatsFrom(hats), fields));

describe("R10: who edits", () => {
  const cases: readonly (readonly [readonly Hat[], readonly EditableField[], string])[] = [
    [["MANAGER"], EDITABLE_FIELDS, "allowed"],
    [["MANAGER", "DEVELOPER"], ["title", "estimate"], "allowed"],
    [["DEVELOPER"], ["description"], "FORBIDDEN R5 description"],
    [["DEVELOPER", "AUTHOR", "HOLDER"], ["title"], "FORBIDDEN R5 title"],
    [["REPORTER", "HOLDER"], ["dueDate"], "FORBIDDEN R10 dueDate"],
    [["ANALYST"], ["estimate"], "FORBIDDEN R10 estimate"],
    [["AUTHOR"], ["labels"], "FORBIDDEN R10 labels"],
    [["STEP_HEAD"], ["title"], "FORBIDDEN R10 title"],
    [["DEVELOPER"], [], "allowed"],
  ];
  test.each(cases)("%j writes %j: %s", (hats, fields, expected) => {
    expect(editing(hats, fields)).toBe(expected);
  });

  test("the refusal names the first field that is not theirs", () => {
    expect(canEdit(facts, hatsFrom(["DEVELOPER"]), ["value", "title"])).toMatchObject({
      params: { field: "value" },
    });
  });

  test("only the MANAGER writes conditions", () => {
    expect(writableFields(hatsFrom(["MANAGER"]))).toEqual([...EDITABLE_FIELDS]);
    const others = hatsFrom([
      "DEVELOPER",
      "REPORTER",
      "ANALYST",
      "HOLDER",
      "AUTHOR",
      "FOLLOWER",
      "STEP_HEAD",
    ]);
    expect(writableFields(others)).toEqual([]);
  });

  test("L5, R1: what is archived is kept as it is", () => {
    expect(editing(["MANAGER"], ["title"], { archived: true })).toBe("CONFLICT L5");
    expect(editing(["MANAGER"], ["title"], { unitArchived: true })).toBe("CONFLICT R1");
    expect(editing(["DEVELOPER"], ["title"], { archived: true })).toBe("FORBIDDEN R5 title");
  });
});

describe("R10: who orders", () => {
  test.each<[Hat, string]>([
    ["MANAGER", "allowed"],
    ["DEVELOPER", "allowed"],
    ["REPORTER", "FORBIDDEN R10"],
    ["HOLDER", "FORBIDDEN R10"],
    ["ANALYST", "FORBIDDEN R10"],
    ["AUTHOR", "FORBIDDEN R10"],
  ])("%s: %s", (hat, expected) => {
    expect(verdictText(canRank(facts, hatsFrom([hat])))).toBe(expected);
  });

  test("a closed card keeps a place that can change; an archived one is on no board", () => {
    const closed = { ...facts, status: statusIn(company, "DEV", "Closed") };
    expect(verdictText(canRank(closed, hatsFrom(["DEVELOPER"])))).toBe("allowed");
    expect(verdictText(canRank({ ...closed, archived: true }, hatsFrom(["MANAGER"])))).toBe("CONFLICT L5");
  });
});

test.each([
  [null, null, true],
  ["2026-11-25", null, true],
  [null, "2026-11-25", true],
  ["2026-11-25", "2026-11-25", true],
  ["2026-11-25", "2026-11-26", true],
  ["2026-11-26", "2026-11-25", false],
  ["2026-12-01", "2026-11-30", false],
])("the start %s and the due date %s stand together: %s", (start, due, expected) => {
  const refusal = datesInOrder(start === null ? null : day(start), due === null ? null : day(due));
  expect(refusal === null).toBe(expected);
});

describe("labels of an edit", () => {
  const [urgent, later, foreign] = [
    labelId("DEV", "urgent"),
    labelId("DEV", "later"),
    labelId("APP", "urgent"),
  ];

  test.each([
    ["its own, whole", { labels: [urgent, later] }, "none"],
    ["one of another unit, whole", { labels: [urgent, foreign] }, "labels"],
    ["one of another unit, added", { addLabels: [foreign] }, "addLabels"],
    ["one of another unit, removed: it may be left from before", { removeLabels: [foreign] }, "none"],
    ["one both added and removed", { addLabels: [urgent], removeLabels: [urgent] }, "removeLabels"],
    ["nothing", {}, "none"],
  ])("%s: refused field: %s", (_what, wanted, expected) => {
    expect(labelsKnown(company, unitId("DEV"), wanted)?.field ?? "none").toBe(expected);
  });
});
