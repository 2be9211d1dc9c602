import type { IssueField } from "@stafeta/domain/issues/issue-fields";
import type { ExplainedAction } from "@stafeta/domain/issues/explain-access";
import type { Hat } from "@stafeta/domain/rights/hats";
import type { Reach } from "@stafeta/domain/org/company";
import { t, type PlainKey } from "../../lib/words/words";

/** Every row of the policy has words: a matrix that shows a bare name explains nothing. */
const FIELDS = {
  id: "rights.field.id",
  key: "rights.field.key",
  title: "issue.field.title",
  status: "issue.field.status",
  unit: "issue.field.unit",
  assignee: "issue.field.assignee",
  author: "issue.field.author",
  dueDate: "issue.field.dueDate",
  createdAt: "issue.field.createdAt",
  updatedAt: "issue.field.updatedAt",
  closedAt: "issue.field.closedAt",
  revision: "rights.field.revision",
  lastEvent: "rights.field.lastEvent",
  can: "rights.field.can",
  resolution: "issue.field.resolution",
  inTransit: "rights.field.inTransit",
  handoffs: "rights.field.handoffs",
  archived: "issue.field.archived",
  description: "issue.field.description",
  type: "issue.field.type",
  priority: "issue.field.priority",
  labels: "issue.field.labels",
  startDate: "issue.field.startDate",
  parent: "issue.field.parent",
  subIssues: "rights.field.subIssues",
  subIssueCount: "rights.field.subIssueCount",
  progress: "rights.field.progress",
  relations: "rights.field.relations",
  blocked: "rights.field.blocked",
  reason: "rights.field.reason",
  comments: "rights.field.comments",
  commentCount: "rights.field.commentCount",
  estimate: "issue.field.estimate",
  value: "issue.field.value",
  totalEstimate: "rights.field.totalEstimate",
  rank: "rights.field.rank",
  handoffWords: "rights.field.handoffWords",
  handoffTo: "rights.field.handoffTo",
  handoffStep: "rights.field.handoffStep",
  handoffReminder: "rights.field.handoffReminder",
  requests: "rights.field.requests",
  request: "rights.field.request",
  requestedBy: "rights.field.requestedBy",
  internalComments: "rights.field.internalComments",
} as const satisfies Record<IssueField, PlainKey>;

const ACTIONS = {
  createIssue: "rights.action.createIssue",
  file: "rights.action.file",
  comment: "rights.action.comment",
  commentInternally: "rights.action.commentInternally",
  logTime: "rights.action.logTime",
  move: "rights.action.move",
  start: "rights.action.start",
  resolve: "rights.action.resolve",
  take: "rights.action.take",
  handOff: "rights.action.handOff",
  assign: "rights.action.assign",
  cancel: "rights.action.cancel",
  merge: "rights.action.merge",
  close: "rights.action.close",
  reopen: "rights.action.reopen",
  manageUnit: "rights.action.manageUnit",
  plan: "rights.action.plan",
  return: "rights.action.return",
  archive: "rights.action.archive",
  relate: "rights.action.relate",
} as const satisfies Record<ExplainedAction, PlainKey>;

const HATS = {
  MANAGER: "rights.hat.MANAGER",
  DEVELOPER: "rights.hat.DEVELOPER",
  REPORTER: "rights.hat.REPORTER",
  ANALYST: "rights.hat.ANALYST",
  HOLDER: "rights.hat.HOLDER",
  AUTHOR: "rights.hat.AUTHOR",
  FOLLOWER: "rights.hat.FOLLOWER",
  STEP_HEAD: "rights.hat.STEP_HEAD",
  SELF: "rights.hat.SELF",
  ADMIN: "rights.hat.ADMIN",
  CUSTOM: "rights.hat.CUSTOM",
  CUSTOM_HELD: "rights.hat.CUSTOM",
} as const satisfies Record<Hat, PlainKey>;

const REACHES = {
  ASSIGNED: "rights.reach.ASSIGNED",
  UNIT: "rights.reach.UNIT",
  TREE: "rights.reach.TREE",
} as const satisfies Record<Reach, PlainKey>;

function named(table: Readonly<Record<string, PlainKey>>, name: string): string {
  const key = Object.hasOwn(table, name) ? table[name] : undefined;
  // What a later server names is shown as its schema names it.
  return key === undefined ? name : t(key);
}

export function fieldTitle(name: string): string {
  return named(FIELDS, name);
}

export function actionTitle(name: string): string {
  return named(ACTIONS, name);
}

export function hatTitle(name: string): string {
  return name === "ANYONE" ? t("rights.hat.ANYONE") : named(HATS, name);
}

export function reachTitle(name: string): string {
  return named(REACHES, name);
}
