import { describe, expect, test } from "vitest";
import {
  day,
  demoCompany,
  labelId,
  statusId,
  TODAY,
  unitId,
  userId,
  viewerAs,
  withArchived,
  withInactive,
} from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { canCreateIssue, startingStatus, type NewIssue } from "./create-issue.js";

const company = demoCompany();
const wish = (changes: Partial<NewIssue> = {}): NewIssue => ({
  unitId: unitId("DEV"),
  statusId: null,
  assigneeId: null,
  labelIds: [],
  startDate: null,
  dueDate: null,
  ...changes,
});
const creating = (login: string, changes: Partial<NewIssue> = {}, inCompany = company) =>
  verdictText(canCreateIssue(inCompany, viewerAs(inCompany, login), wish(changes), TODAY));
const inStatus = (name: string) => ({ statusId: statusId("DEV", name) });
const assignedTo = (login: string) => ({ assigneeId: userId(login) });

describe("R5: who creates an issue in DEV", () => {
  test.each([
    ["dev.head", "allowed"],
    ["prod.head", "allowed"],
    ["dev.dev1", "allowed"],
    ["app.head", "allowed"],
    ["boss", "allowed"],
    ["dev.rep1", "FORBIDDEN R5"],
    ["analyst", "FORBIDDEN R5"],
    ["sales.head", "FORBIDDEN R5"],
    ["admin", "FORBIDDEN R5"],
    ["outsider", "FORBIDDEN R5"],
  ])("%s: %s", (login, expected) => {
    expect(creating(login)).toBe(expected);
  });
});

describe("R5: the status at creation", () => {
  test.each([
    ["dev.dev1", "Backlog", "allowed"],
    ["dev.dev1", "Review", "allowed"],
    ["dev.dev1", "Resolved", "FORBIDDEN R5"],
    ["dev.dev1", "Closed", "LAW L2"],
    ["dev.head", "Resolved", "allowed"],
    ["dev.head", "Closed", "LAW L2"],
    ["boss", "Closed", "allowed"],
    ["outsider", "Closed", "LAW L2"],
  ])("%s chooses %s: %s", (login, name, expected) => {
    expect(creating(login, inStatus(name))).toBe(expected);
  });

  test("without a choice it is the unit's first of category BACKLOG", () => {
    expect(canCreateIssue(company, viewerAs(company, "dev.dev1"), wish(), TODAY)).toMatchObject({
      value: { id: statusId("DEV", "Backlog") },
    });
    const statuses = company.statuses.map((status) =>
      status.category === "TODO" ? { ...status, position: 0 } : status,
    );
    expect(startingStatus(demoCompany({ statuses }), unitId("DEV"))?.name).toBe("Backlog");
  });

  test("another unit's status is a wrong value, an unknown one does not exist", () => {
    expect(creating("dev.head", { statusId: statusId("APP", "To do") })).toBe("BAD_USER_INPUT status");
    expect(creating("dev.head", { statusId: statusId("DEV", "Nowhere") })).toBe("NOT_FOUND");
  });
});

describe("R5: the assignee at creation", () => {
  test.each([
    ["dev.dev1", "dev.dev1", "allowed"],
    ["dev.dev1", "dev.dev2", "FORBIDDEN R5"],
    ["dev.dev1", "outsider", "FORBIDDEN R5"],
    ["dev.head", "dev.dev1", "allowed"],
    ["dev.head", "dev.rep1", "allowed"],
    ["dev.head", "app.head", "allowed"],
    ["dev.head", "analyst", "BAD_USER_INPUT assignee"],
    ["dev.head", "outsider", "BAD_USER_INPUT assignee"],
    ["dev.head", "sales.head", "BAD_USER_INPUT assignee"],
    ["dev.head", "nobody", "NOT_FOUND"],
  ])("%s names %s: %s", (login, assignee, expected) => {
    expect(creating(login, assignedTo(assignee))).toBe(expected);
  });

  test("who is inactive can hold nothing", () => {
    expect(creating("dev.head", assignedTo("dev.dev1"), withInactive("dev.dev1"))).toBe(
      "BAD_USER_INPUT assignee",
    );
  });
});

test.each([
  ["a label of the unit", { labelIds: [labelId("DEV", "urgent")] }, "allowed"],
  ["a label of another unit", { labelIds: [labelId("APP", "urgent")] }, "BAD_USER_INPUT labels"],
  ["one day", { startDate: day("2026-11-25"), dueDate: day("2026-11-25") }, "allowed"],
  [
    "a due date before the start",
    { startDate: TODAY, dueDate: day("2026-11-24") },
    "BAD_USER_INPUT startDate",
  ],
  ["a unit that is not there", { unitId: unitId("NONE") }, "NOT_FOUND"],
])("%s: %s", (_what, changes, expected) => {
  expect(creating("dev.dev1", changes)).toBe(expected);
});

test("R1: nothing is created in an archived unit, and who may not create learns nothing of that", () => {
  expect(creating("dev.head", {}, withArchived("DEV"))).toBe("CONFLICT R1");
  expect(creating("outsider", {}, withArchived("DEV"))).toBe("FORBIDDEN R5");
});
