// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer as DomainViewer } from "@stafeta/domain/rights/viewer";
import type { Viewer } from "../../identity/viewer";
import { domainViewer } from "../../org/domain-viewer";
import type { UnitNode } from "../../org/units";
import type { Issue } from "../issue-model";
import { canAnswer, issueAnswer } from "../testing/issue-fixture";
import { endingDenials } from "./endings";

const CATEGORIES = ["TODO", "IN_PROGRESS", "RESOLVED", "CLOSED"] as const;
const DEV: UnitNode = {
  id: "3",
  key: "DEV",
  name: "Development",
  kind: "DEPARTMENT",
  archived: false,
  parent: null,
  can: { createIssue: true, manage: true, plan: true, seeAll: true },
  statuses: CATEGORIES.map((category, index) => ({
    id: `s${String(index + 1)}`,
    name: category,
    category,
    position: index + 1,
  })),
};

function viewerWith(base: "MANAGER" | "DEVELOPER"): DomainViewer | null {
  const role = {
    id: "r",
    base,
    builtIn: true,
    name: base,
    reach: "UNIT" as const,
    readFields: [],
    writeFields: [],
    actions: [],
    archived: false,
    revision: 1,
  };
  const user = { id: "u1", name: "Anna", email: null, active: true, avatarUrl: null };
  const unit = { id: "3", key: "DEV", name: "Development", kind: "DEPARTMENT" as const };
  const root = { ...DEV, id: "1", key: "DEMO", kind: "COMPANY" as const };
  const me: Viewer = {
    isAdmin: false,
    isBoss: false,
    locale: "en",
    timeZone: "UTC",
    user,
    memberships: [{ id: "m", role, unit }],
  };
  return domainViewer(me, [root, { ...DEV, parent: { id: "1" } }], new Date("2026-11-25T10:00:00Z"));
}

function issueIn(category: (typeof CATEGORIES)[number], changes: object = {}): Issue {
  const status = { id: `s${String(CATEGORIES.indexOf(category) + 1)}`, name: category, category };
  const nothing = canAnswer({
    close: false,
    return: false,
    reopen: false,
    cancel: false,
    merge: false,
    archive: false,
  });
  return issueAnswer({ status, can: nothing, ...changes }) as unknown as Issue;
}

let manager: DomainViewer | null;
beforeEach(() => {
  manager = viewerWith("MANAGER");
});

describe("R12: why an ending is not the viewer's, before the attempt", () => {
  test("L2, L5: closing and archiving are the boss's; a manager cannot return what is not resolved", () => {
    expect(endingDenials(issueIn("TODO"), manager, DEV)).toMatchObject({
      close: "Only the boss closes issues.",
      archive: "Only the boss archives issues.",
      return: "Only a resolved issue can be returned.",
    });
  });

  test("L5: a developer neither cancels nor merges", () => {
    const denials = endingDenials(issueIn("TODO"), viewerWith("DEVELOPER"), DEV);
    expect(denials.cancel).toBe("Only a manager of the unit cancels and merges issues.");
    expect(denials.merge).toBe(denials.cancel);
  });

  test("L2: a closed issue is reopened by the boss alone", () => {
    expect(endingDenials(issueIn("CLOSED"), manager, DEV).reopen).toBe(
      "Only the boss reopens closed issues.",
    );
  });

  test("I1: sub-issues in sight are counted; where none is in sight, one that is not stands in the way", () => {
    const open = {
      id: "9",
      key: "DEV-9",
      title: "",
      status: { id: "s1", name: "", category: "TODO" },
      assignee: null,
    };
    const parts = { subIssues: { totalCount: 1, nodes: [open] } };
    expect(endingDenials(issueIn("TODO", parts), manager, DEV).cancel).toBe("1 sub-issue is unfinished.");
    expect(endingDenials(issueIn("TODO"), manager, DEV).cancel).toBe(
      "A sub-issue that you cannot see is unfinished.",
    );
  });

  test("H3: on its way to another unit it does not end", () => {
    expect(endingDenials(issueIn("TODO", { inTransit: true }), manager, DEV).cancel).toContain(
      "on its way to another unit",
    );
  });

  test("what the server allows has no reason against it", () => {
    const can = canAnswer({ cancel: true, merge: true });
    const denials = endingDenials(issueIn("TODO", { can }), manager, DEV);
    expect([denials.cancel, denials.merge]).toEqual([undefined, undefined]);
  });
});
