import type { ExplainedAction } from "@stafeta/domain/issues/explain-access";

/** What an attempt names: an issue in some state, and what hangs on it. */
export interface Target {
  readonly id: string;
  readonly revision: number;
  /** Another one, in the same state, that the same people see. */
  readonly partner: string;
  readonly comment: string;
  readonly relation: string;
  /** None unless it is in transit. */
  readonly handoff: string;
  readonly step: string;
  /** A pending one, that the issue's heads were asked. */
  readonly request: string;
  /** dev.dev1 put their comment otherwise. */
  readonly event: string;
}

export interface World {
  readonly unit: string;
  readonly otherUnit: string;
  readonly assignee: string;
  /** By name. */
  readonly status: (name: string) => string;
}

/** One attempt of a mutation, by whoever and on whatever. */
export interface Attempt {
  readonly mutation: string;
  /** Whose decision it is; null: by a rule of its own, tried where it lives. */
  readonly action: ExplainedAction | "edit" | null;
  /** Not tried on what stands there already: it would be no change. */
  readonly notFrom?: readonly string[];
  readonly args: (target: Target, world: World) => string;
  /** What is asked of the answer, where it says itself what was refused; else its type. */
  readonly answer?: string;
}

function plain(mutation: string, action: Attempt["action"], more = ""): Attempt {
  return { mutation, action, args: ({ id }) => `id: "${id}"${more}` };
}

function move(to: string, action: ExplainedAction): Attempt {
  const args: Attempt["args"] = ({ id }, { status }) => `id: "${id}", status: "${status(to)}"`;
  return { mutation: "moveIssue", action, notFrom: to === "Closed" ? [to, "archived"] : [to], args };
}

const REASON = ', reason: "So be it"';

/** Each way in which something is done to an issue; moves by where they lead. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "createIssue beside it": {
    mutation: "createIssue",
    action: "createIssue",
    args: (_, { unit }) => `input: { unit: "${unit}", title: "Beside" }`,
  },
  updateIssue: {
    mutation: "updateIssue",
    action: "edit",
    args: ({ id, revision }) => `id: "${id}", revision: ${String(revision)}, input: { title: "Renamed" }`,
  },
  "moveIssue to To do": move("To do", "move"),
  "moveIssue to Review": move("Review", "start"),
  "moveIssue to Resolved": move("Resolved", "resolve"),
  "moveIssues to To do": {
    mutation: "moveIssues",
    action: "move",
    args: ({ id }, { status }) => `ids: ["${id}"], status: "${status("To do")}"`,
    answer: "refused { code rule }",
  },
  takeIssue: plain("takeIssue", "take"),
  assignIssue: {
    mutation: "assignIssue",
    action: "assign",
    args: ({ id }, { assignee }) => `id: "${id}", assignee: "${assignee}"`,
  },
  addComment: {
    mutation: "addComment",
    action: "comment",
    args: ({ id }) => `issue: "${id}", body: "Said"`,
  },
  "addComment, internal": {
    mutation: "addComment",
    action: "commentInternally",
    args: ({ id }) => `issue: "${id}", body: "Among us", internal: true`,
  },
  updateComment: {
    mutation: "updateComment",
    action: null,
    args: ({ comment }) => `id: "${comment}", body: "Otherwise"`,
  },
  relateIssues: {
    mutation: "relateIssues",
    action: "relate",
    args: ({ id, partner }) => `from: "${id}", to: "${partner}", type: BLOCKS`,
  },
  unrelateIssues: {
    mutation: "unrelateIssues",
    action: null,
    args: ({ relation }) => `relation: "${relation}"`,
  },
  cancelIssue: plain("cancelIssue", "cancel", REASON),
  mergeIssues: {
    mutation: "mergeIssues",
    action: "merge",
    args: ({ id, partner }) => `from: "${id}", into: "${partner}"`,
  },
  returnIssues: {
    mutation: "returnIssues",
    action: "return",
    args: ({ id }) => `ids: ["${id}"]${REASON}`,
  },
  closeIssues: { mutation: "closeIssues", action: "close", args: ({ id }) => `ids: ["${id}"]` },
  "moveIssue to Closed": move("Closed", "close"),
  reopenIssue: plain("reopenIssue", "reopen", REASON),
  archiveIssue: plain("archiveIssue", "archive"),
  startHandoff: {
    mutation: "startHandoff",
    action: "handOff",
    args: ({ id }, { otherUnit }) => `issue: "${id}", toUnit: "${otherUnit}"`,
  },
  acceptHandoff: { mutation: "acceptHandoff", action: null, args: ({ step }) => `step: "${step}"` },
  refuseHandoff: {
    mutation: "refuseHandoff",
    action: null,
    args: ({ step }) => `step: "${step}"${REASON}`,
  },
  withdrawHandoff: {
    mutation: "withdrawHandoff",
    action: null,
    args: ({ handoff }) => `handoff: "${handoff}"`,
  },
  requestAct: {
    mutation: "requestAct",
    action: null,
    args: ({ id }) => `issue: "${id}", act: { edit: { title: "Wished" } }`,
  },
  acceptRequest: {
    mutation: "acceptRequest",
    action: null,
    args: ({ request }) => `request: "${request}"`,
  },
  refuseRequest: {
    mutation: "refuseRequest",
    action: null,
    args: ({ request }) => `request: "${request}"${REASON}`,
  },
  withdrawRequest: {
    mutation: "withdrawRequest",
    action: null,
    args: ({ request }) => `request: "${request}"`,
  },
  undo: { mutation: "undo", action: null, args: ({ event }) => `event: "${event}"` },
};

/** The mutations that are tried, each of which answers with a record: another door to it. */
export const ANSWERS: Readonly<Record<string, true>> = Object.fromEntries(
  Object.values(ATTEMPTS).map(({ mutation }) => [mutation, true as const]),
);

/** Mutations that name no issue and nothing that hangs on one; what they may do is tried where they live. */
export const OF_NO_ISSUE: readonly string[] = [
  ...["acceptInvitation", "changePassword", "login", "logout", "setUp", "signOutEverywhere", "endSession"],
  ...["createApiToken", "revokeApiToken", "createUser", "deactivateUser", "inviteUser"],
  ...["addMember", "removeMember", "createRole", "updateRole", "archiveRole", "nameDeputy", "endDeputy"],
  ...["createUnit", "moveUnit", "archiveUnit", "createLabel", "setHandoffPolicy", "setUnitHandoff"],
  ...["markNoticesRead", "markAllNoticesRead"],
];
