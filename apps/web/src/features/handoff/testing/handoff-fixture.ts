import { canAnswer, issueAnswer } from "../../issues/testing/issue-fixture";

export const anna = { __typename: "User" as const, id: "u1", name: "Anna Kovács", avatarUrl: null };
export const bela = { __typename: "User" as const, id: "u2", name: "Szabó Béla", avatarUrl: null };

export function unitNode(id: string, key: string, name: string, parent: string | null = "1") {
  return {
    __typename: "Unit",
    id,
    key,
    name,
    kind: parent === null ? "COMPANY" : "DEPARTMENT",
    archived: false,
    parent: parent === null ? null : { __typename: "Unit", id: parent },
    can: { __typename: "UnitCan", createIssue: true, manage: false, plan: false, seeAll: true },
    statuses: [],
    heads: [bela],
  };
}

/** DEV-1 as the server answers it, with its passages. */
export function handedIssue(changes: object = {}) {
  const all: Record<string, unknown> = issueAnswer({ can: canAnswer(), handoffs: [], ...changes });
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => name !== "subIssues" && name !== "comments"),
  );
}

export function stepOf(id: string, unit: object, changes: object = {}) {
  return {
    __typename: "HandoffStep",
    id,
    state: "PENDING",
    current: false,
    unit,
    actedBy: null,
    actedAt: null,
    reason: null,
    comment: null,
    waitedMinutes: null,
    canAct: false,
    ...changes,
  };
}

/** A passage from Development to Sales that waits in Sales. */
export function passage(changes: object = {}) {
  const dev = unitNode("3", "DEV", "Development");
  const sales = unitNode("4", "SALES", "Sales");
  return {
    __typename: "Handoff",
    id: "7",
    state: "PENDING",
    from: dev,
    to: sales,
    startedBy: anna,
    startedAt: "2026-11-20T10:00:00Z",
    endedAt: null,
    comment: "Theirs",
    withSubIssues: false,
    canWithdraw: true,
    steps: [
      stepOf("71", dev, {
        state: "ACCEPTED",
        actedBy: anna,
        actedAt: "2026-11-20T10:00:00Z",
        waitedMinutes: 125,
      }),
      stepOf("72", sales, { current: true, waitedMinutes: 3 * 1440 + 5 }),
    ],
    ...changes,
  };
}

export function handoffAnswer() {
  const handoff = passage();
  return {
    __typename: "Handoff",
    id: handoff.id,
    state: handoff.state,
    issue: handedIssue({ inTransit: true, handoffs: [handoff], revision: 2 }),
  };
}
