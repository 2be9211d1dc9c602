import { describe, expect, test } from "vitest";
import { STATUS_CATEGORIES } from "../org/company.js";
import { demoCompany, demoRecords, labelId, unitId } from "../testing/demo-company.js";
import { issueId } from "../testing/issues.js";
import { arrivalLabels, arrivalStatus, travelsAlong, type SubIssueFacts } from "./arrival.js";

describe("H4: arrival", () => {
  test("in the first status of category BACKLOG, by position", () => {
    const records = demoRecords();
    const moved = records.statuses.map((status) =>
      status.unitId === "SALES" ? { ...status, position: 10 - status.position } : status,
    );
    const second = {
      ...moved[0],
      id: "second" as never,
      unitId: unitId("SALES"),
      name: "Inbox",
      position: 1,
    };
    const company = demoCompany({ statuses: [...moved, { ...second, category: "BACKLOG" }] });
    expect(arrivalStatus(company, unitId("SALES")).name).toBe("Inbox");
    expect(arrivalStatus(demoCompany(), unitId("SALES")).name).toBe("Backlog");
  });

  test("a label that the target knows by name is its own one then; any other is cleared", () => {
    const records = demoRecords();
    const own = { id: labelId("DEV", "own"), unitId: unitId("DEV"), name: "own", color: "red" };
    const labels = [
      ...records.labels.map((label) =>
        label.unitId === "SALES" ? { ...label, name: label.name.toUpperCase() } : label,
      ),
      own,
    ];
    const company = demoCompany({ labels });
    const given = [labelId("DEV", "urgent"), own.id, labelId("DEV", "gone")];
    expect(arrivalLabels(company, given, unitId("SALES"))).toEqual([labelId("SALES", "urgent")]);
    expect(arrivalLabels(company, [], unitId("SALES"))).toEqual([]);
  });

  const sub: SubIssueFacts = {
    id: issueId("2"),
    unitId: unitId("DEV"),
    category: "TODO",
    inTransit: false,
    archived: false,
  };
  test("sub-issues of the same unit go along, unless they are in transit themselves or archived", () => {
    expect(travelsAlong(sub, unitId("DEV"))).toBe(true);
    expect(travelsAlong(sub, unitId("PROD"))).toBe(false);
    expect(travelsAlong({ ...sub, inTransit: true }, unitId("DEV"))).toBe(false);
    expect(travelsAlong({ ...sub, archived: true }, unitId("DEV"))).toBe(false);
  });

  test.each(STATUS_CATEGORIES)("the unfinished ones alone: %s", (category) => {
    const isUnfinished = ["BACKLOG", "TODO", "IN_PROGRESS"].includes(category);
    expect(travelsAlong({ ...sub, category }, unitId("DEV"))).toBe(isUnfinished);
  });
});
