import { describe, expect, test } from "vitest";
import { STATUS_CATEGORIES } from "../org/company.js";
import { hatsFrom, type Hat } from "../rights/hats.js";
import { demoCompany, unitId, userId, withArchived } from "../testing/demo-company.js";
import { issueFacts, statusIn, verdictText } from "../testing/issues.js";
import type { IssueFacts } from "../issues/issue-facts.js";
import { canStartHandoff } from "./start-handoff.js";

const company = demoCompany();

function starting(
  hats: readonly Hat[],
  changes: Partial<IssueFacts> = {},
  to = "SALES",
  of = company,
): string {
  return verdictText(canStartHandoff(of, issueFacts(of, changes), hatsFrom(hats), unitId(to)));
}

const held = { assigneeId: userId("dev.dev1") };

describe("H1: who starts a hand-off", () => {
  test.each<[string, Hat[], Partial<IssueFacts>, string]>([
    ["a manager, whoever holds it", ["MANAGER"], held, "allowed"],
    ["a holder with the developer hat", ["DEVELOPER", "HOLDER"], held, "allowed"],
    ["any developer while nobody is named", ["DEVELOPER"], {}, "allowed"],
    ["a developer, of what another holds", ["DEVELOPER"], held, "FORBIDDEN H1"],
    ["a reporter who holds it asks for it (H6)", ["REPORTER", "HOLDER"], held, "FORBIDDEN H1"],
    ["an analyst", ["ANALYST"], {}, "FORBIDDEN H1"],
    ["its author", ["AUTHOR"], {}, "FORBIDDEN H1"],
    ["whoever has the turn in it", ["STEP_HEAD"], {}, "FORBIDDEN H1"],
    ["who follows it", ["FOLLOWER"], {}, "FORBIDDEN H1"],
  ])("%s: %j", (_who, hats, changes, expected) => {
    expect(starting(hats, changes)).toBe(expected);
  });
});

describe("H1: what can be handed off, and where to", () => {
  test.each(STATUS_CATEGORIES)("an unfinished issue alone: %s", (category) => {
    const status = company.statusesOfUnit.get(unitId("DEV"))?.find((one) => one.category === category);
    const isUnfinished = ["BACKLOG", "TODO", "IN_PROGRESS"].includes(category);
    expect(starting(["MANAGER"], { ...(status && { status }) })).toBe(
      isUnfinished ? "allowed" : "CONFLICT H1",
    );
  });

  test("not to a unit that does not exist, its own, or an archived one", () => {
    expect(starting(["MANAGER"], {}, "NOWHERE")).toBe("NOT_FOUND");
    expect(starting(["MANAGER"], {}, "DEV")).toBe("BAD_USER_INPUT toUnit");
    expect(starting(["MANAGER"], {}, "SALES", withArchived("SALES"))).toBe("CONFLICT R1");
  });

  test("H2: one at a time; L5: nothing archived", () => {
    expect(starting(["MANAGER"], { inTransit: true })).toBe("CONFLICT H2");
    expect(starting(["MANAGER"], { archived: true })).toBe("CONFLICT L5");
  });

  test("what does not exist answers first, then who may, then what cannot be", () => {
    const finished = { status: statusIn(company, "DEV", "Resolved"), inTransit: true };
    expect(starting(["ANALYST"], finished, "NOWHERE")).toBe("NOT_FOUND");
    expect(starting(["ANALYST"], finished, "DEV")).toBe("FORBIDDEN H1");
  });
});
