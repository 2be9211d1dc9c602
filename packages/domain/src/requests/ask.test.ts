import { describe, expect, test } from "vitest";
import type { FactsOfCan } from "../issues/issue-can.js";
import { hatsOn } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import type { Decision } from "../shared/decision.js";
import type { LabelId, StatusId, UserId } from "../shared/ids.js";
import { demoCompany, unitId, userId, viewerAs } from "../testing/demo-company.js";
import { issueFacts, statusIn } from "../testing/issues.js";
import { canAsk, canDecide, canWithdrawRequest } from "./ask.js";
import { canBeAsked } from "./can-be-asked.js";
import { REQUEST_STATES } from "./request.js";
import { changesOfAct, type RequestedAct } from "./requested-act.js";

const company = demoCompany();
const today = "2026-11-25" as CalendarDate;

/** In "To do", held by a reporter. */
function factsOf(more: Partial<FactsOfCan> = {}): FactsOfCan {
  const held = { assigneeId: userId("dev.rep1"), authorId: userId("boss") };
  const facts = issueFacts(company, { ...held, status: statusIn(company, "DEV", "To do"), ...more });
  return { ...facts, resolution: null };
}

function ask(login: string, act: RequestedAct, more: Partial<FactsOfCan> = {}): string {
  const viewer = viewerAs(company, login);
  const facts = factsOf(more);
  return told(canAsk(company, viewer, facts, hatsOn(viewer, facts), act, today));
}

function told(decision: Decision): string {
  return decision.allowed ? "OK" : [decision.code, decision.rule, decision.message].join(" ").trim();
}

const moveTo = (name: string): RequestedAct => ({ kind: "MOVE", status: statusIn(company, "DEV", name).id });
const title: RequestedAct = { kind: "EDIT", edit: { title: "New" } };
const estimate: RequestedAct = { kind: "EDIT", edit: { estimate: 3 } };
const handOff: RequestedAct = { kind: "HAND_OFF", toUnit: unitId("SALES"), withSubIssues: false };
const cancel: RequestedAct = { kind: "CANCEL", reason: "Needless" };
const assign = (login: string): RequestedAct => ({ kind: "ASSIGN", assignee: userId(login) });
const free = { assigneeId: null };

describe("H6: who may ask for what", () => {
  test.each<[string, string, RequestedAct, Partial<FactsOfCan>, string]>([
    ["R6: a reporter, for a move that is not theirs", "dev.rep1", moveTo("Backlog"), {}, "OK"],
    ["R6: not for one that is", "dev.rep1", moveTo("Resolved"), {}, "CONFLICT H6 request.notNeeded"],
    ["R5: a developer, for an edit", "dev.dev1", estimate, {}, "OK"],
    ["R7: an analyst too", "analyst", title, {}, "OK"],
    ["H1: a reporter, for a hand-off", "dev.rep1", handOff, {}, "OK"],
    ["H1: a developer, of what another holds", "dev.dev1", handOff, {}, "OK"],
    ["H1: not of what is free", "dev.dev1", handOff, free, "CONFLICT H6 request.notNeeded"],
    ["L5: cancelling", "dev.dev1", cancel, {}, "OK"],
    ["L3: another holder", "dev.dev1", assign("dev.dev2"), {}, "OK"],
    ["R5: not to take what is free", "dev.dev1", assign("dev.dev1"), free, "CONFLICT H6 request.notNeeded"],
    ["a head has nobody to ask", "dev.head", title, {}, "CONFLICT H6 request.notNeeded"],
    [
      "R8: a follower reads no estimate",
      "outsider",
      estimate,
      { followed: true },
      "FORBIDDEN R10 request.fieldNotRead",
    ],
    ["R8: and asks for a title", "outsider", title, { followed: true }, "OK"],
    ["L2: nobody asks round a law", "dev.dev1", moveTo("Closed"), {}, "LAW L2 issue.onlyBossCloses"],
    ["L2: the boss asks nobody", "boss", moveTo("Closed"), {}, "CONFLICT H6 request.notNeeded"],
    [
      "H3: in transit it is frozen for heads too",
      "dev.rep1",
      title,
      { inTransit: true },
      "CONFLICT H3 issue.inTransit",
    ],
    [
      "I1: unseen sub-issues may be said to stand in the way",
      "dev.rep1",
      cancel,
      { unfinishedSubIssues: 1 },
      "CONFLICT I1 issue.subIssuesUnfinishedUnseen",
    ],
    [
      "a status that is not there",
      "dev.dev1",
      { kind: "MOVE", status: "999" as StatusId },
      {},
      "NOT_FOUND  notFound",
    ],
    ["who cannot hold", "dev.dev1", assign("outsider"), {}, "BAD_USER_INPUT  issue.cannotHold"],
    [
      "a label of another unit",
      "dev.dev1",
      { kind: "EDIT", edit: { labels: ["999" as LabelId] } },
      {},
      "BAD_USER_INPUT  issue.unknownLabel",
    ],
  ])("%s", (_what, login, act, facts, expected) => {
    expect(ask(login, act, facts)).toBe(expected);
  });

  test("it is offered where another person could lift the refusal, and nowhere else", () => {
    const offered = (["LAW", "FORBIDDEN", "CONFLICT", "NOT_FOUND"] as const).filter((code) =>
      canBeAsked({ code }),
    );
    expect(offered).toEqual(["FORBIDDEN"]);
  });
});

describe("H6: who ends it", () => {
  const request = (state: (typeof REQUEST_STATES)[number], askedBy: UserId = userId("dev.rep1")) => {
    return { unitId: unitId("DEV"), askedBy, state };
  };

  test.each(["dev.head", "prod.head", "boss"])("R3: %s decides, once", (login) => {
    const viewer = viewerAs(company, login);
    const ends = REQUEST_STATES.map((state) => told(canDecide(viewer, request(state))));
    expect(ends).toEqual(["OK", ...Array.from({ length: 4 }, () => "CONFLICT H6 request.decided")]);
  });

  test.each(["dev.dev1", "dev.rep1", "app.head", "analyst", "sales.head"])("%s decides nothing", (login) => {
    expect(told(canDecide(viewerAs(company, login), request("PENDING")))).toBe(
      "FORBIDDEN H6 request.headsOnly",
    );
  });

  test("who asked withdraws while it waits", () => {
    const [asker, other] = [userId("dev.rep1"), userId("dev.head")];
    expect(told(canWithdrawRequest(asker, request("PENDING")))).toBe("OK");
    expect(told(canWithdrawRequest(other, request("PENDING")))).toBe("FORBIDDEN H6 request.askerOnly");
    expect(told(canWithdrawRequest(asker, request("REFUSED")))).toBe("CONFLICT H6 request.decided");
  });
});

describe("H6: what is asked for, as changes that are masked like their fields", () => {
  const labels = { addLabels: ["4", "3"] as LabelId[], removeLabels: ["2"] as LabelId[] };
  test.each<[RequestedAct, unknown]>([
    [
      { kind: "EDIT", edit: { dueDate: null, ...labels } },
      [
        { field: "labels", before: ["2"], after: ["3", "4"] },
        { field: "dueDate", before: null, after: null },
      ],
    ],
    [{ kind: "EDIT", edit: { labels: [] } }, [{ field: "labels", before: null, after: [] }]],
    [{ kind: "ASSIGN", assignee: null }, [{ field: "assignee", before: null, after: null }]],
    [handOff, [{ field: "handoffTo", before: null, after: unitId("SALES") }]],
    [
      cancel,
      [
        { field: "resolution", before: null, after: "CANCELLED" },
        { field: "reason", before: null, after: "Needless" },
      ],
    ],
  ])("%o", (act, changes) => {
    expect(changesOfAct(act)).toEqual(changes);
  });
});
