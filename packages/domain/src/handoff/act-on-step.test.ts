import { describe, expect, test } from "vitest";
import {
  demoCompany,
  demoRecords,
  TODAY,
  unitId,
  userId,
  viewerAs,
  viewersOf,
} from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { canActOnStep, canNameExecutor, canWithdraw } from "./act-on-step.js";
import { HANDOFF_STATES, NEXT_STATES, type HandoffFacts, type StepFacts } from "./handoff.js";
import { turnOf } from "./turns.js";

const company = demoCompany();
const handoff: HandoffFacts = {
  state: "PENDING",
  fromUnitId: unitId("DEV"),
  toUnitId: unitId("SALES"),
  startedBy: userId("dev.dev1"),
};
const step: StepFacts = { unitId: unitId("SALES"), state: "PENDING", current: true };

function acting(
  login: string,
  stepIs: Partial<StepFacts> = {},
  handoffIs: Partial<HandoffFacts> = {},
): string {
  const viewer = viewerAs(company, login);
  return verdictText(canActOnStep(viewer, { ...handoff, ...handoffIs }, { ...step, ...stepIs }));
}

describe("H2: who acts on a step", () => {
  test("whoever has the MANAGER hat in its unit, and nobody else (R3)", () => {
    const may = viewersOf(company)
      .filter((viewer) => canActOnStep(viewer, handoff, step).allowed)
      .map((viewer) => viewer.userId);
    expect(may.toSorted()).toEqual(["boss", "comm.head", "sales.head"]);
  });

  test.each<[string, Partial<StepFacts>, Partial<HandoffFacts>, string]>([
    ["on a step whose turn has not come", { current: false }, {}, "CONFLICT H2"],
    ["on one that was accepted", { state: "ACCEPTED", current: false }, {}, "CONFLICT H2"],
    ["on one that was refused", { state: "REFUSED", current: false }, { state: "REFUSED" }, "CONFLICT H2"],
    ["after it was withdrawn", { current: false }, { state: "WITHDRAWN" }, "CONFLICT H2"],
  ])("%s nobody does", (_when, stepIs, handoffIs, expected) => {
    expect(acting("sales.head", stepIs, handoffIs)).toBe(expected);
    expect(acting("dev.head", stepIs, handoffIs)).toBe("FORBIDDEN H2");
  });

  test("an end is an end: from PENDING all can be reached, and from the rest nothing", () => {
    expect(new Set(NEXT_STATES.PENDING)).toEqual(
      new Set(HANDOFF_STATES.filter((state) => state !== "PENDING")),
    );
    for (const state of NEXT_STATES.PENDING) expect(NEXT_STATES[state]).toEqual([]);
  });
});

describe("H4: the executor", () => {
  const naming = (login: string, isLastStep = true) =>
    verdictText(
      canNameExecutor(company, { assigneeId: userId(login), isLastStep, toUnitId: unitId("DEV") }, TODAY),
    );

  test.each([
    ["dev.dev1", "allowed"],
    ["dev.rep1", "allowed"],
    ["app.head", "allowed"],
    ["design.dev1", "BAD_USER_INPUT assignee"],
    ["analyst", "BAD_USER_INPUT assignee"],
    ["nobody", "NOT_FOUND"],
  ])("%s: %s", (login, expected) => {
    expect(naming(login)).toBe(expected);
  });

  test("is named at the last step alone", () => {
    expect(naming("dev.dev1", false)).toBe("BAD_USER_INPUT assignee");
  });
});

describe("H2: who withdraws it", () => {
  const withdrawing = (login: string, changes: Partial<HandoffFacts> = {}) =>
    verdictText(canWithdraw(viewerAs(company, login), { ...handoff, ...changes }));

  test("the initiator, or whoever has the MANAGER hat where the issue is", () => {
    const may = viewersOf(company).filter((viewer) => canWithdraw(viewer, handoff).allowed);
    expect(may.map((viewer) => viewer.userId).toSorted()).toEqual([
      "boss",
      "dev.dev1",
      "dev.head",
      "prod.head",
    ]);
  });

  test.each(["ACCEPTED", "REFUSED", "WITHDRAWN"] as const)("not once it is %s", (state) => {
    expect(withdrawing("dev.dev1", { state })).toBe("CONFLICT H2");
    expect(withdrawing("sales.head", { state })).toBe("FORBIDDEN H2");
  });
});

describe("H1: steps on which the initiator may act are accepted in their name when their turn comes", () => {
  const turn = (login: string, ...ahead: readonly string[]) =>
    turnOf(company, userId(login), ahead.map(unitId), TODAY);

  test.each<[string, string[], number, boolean]>([
    ["dev.dev1", ["DEV", "SALES"], 0, false],
    ["dev.head", ["DEV", "SALES"], 1, false],
    ["comm.head", ["DEV", "SALES"], 0, false],
    ["comm.head", ["SALES"], 1, true],
    ["boss", ["DEV", "DEMO", "SALES"], 3, true],
    ["prod.head", ["DESIGN", "PROD", "DEV"], 3, true],
    ["design.head", ["DESIGN", "PROD", "DEV"], 1, false],
  ])("%s, with %j ahead: %i, completed: %s", (login, ahead, accepted, isOver) => {
    expect(turn(login, ...ahead)).toEqual({ accepted, isOver });
  });

  test("who left acts on nothing", () => {
    const records = demoRecords();
    const people = records.people.map((person) => ({ ...person, active: person.id !== userId("boss") }));
    const without = demoCompany({ people });
    expect(turnOf(without, userId("boss"), [unitId("SALES")], TODAY)).toEqual({ accepted: 0, isOver: false });
    const former = demoCompany({
      memberships: records.memberships.filter(({ userId: id }) => id !== "dev.head"),
    });
    expect(turnOf(former, userId("dev.head"), [unitId("DEV")], TODAY)).toEqual({
      accepted: 0,
      isOver: false,
    });
  });
});
