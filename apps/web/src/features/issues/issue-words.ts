import type { IssueType, Priority, Resolution, StatusCategory } from "../../gql/graphql";
import { t } from "../../lib/words/words";
import type { IconName } from "../../ui/icon";

export const TYPES = ["TASK", "BUG", "STORY", "CLAIM", "REQUEST"] as const satisfies readonly IssueType[];
/** The most pressing first, as menus list them. */
export const PRIORITIES = ["URGENT", "HIGH", "NORMAL", "LOW"] as const satisfies readonly Priority[];

export const TYPE_WORDS = {
  TASK: "issue.type.TASK",
  BUG: "issue.type.BUG",
  STORY: "issue.type.STORY",
  CLAIM: "issue.type.CLAIM",
  REQUEST: "issue.type.REQUEST",
} as const satisfies Record<IssueType, string>;

export const PRIORITY_WORDS = {
  URGENT: "issue.priority.URGENT",
  HIGH: "issue.priority.HIGH",
  NORMAL: "issue.priority.NORMAL",
  LOW: "issue.priority.LOW",
} as const satisfies Record<Priority, string>;

export const RESOLUTION_WORDS = {
  DONE: "issue.resolution.DONE",
  CANCELLED: "issue.resolution.CANCELLED",
  DUPLICATE: "issue.resolution.DUPLICATE",
} as const satisfies Record<Resolution, string>;

const TYPE_ICONS = {
  TASK: "task",
  BUG: "bug",
  STORY: "story",
  CLAIM: "claim",
  REQUEST: "request",
} as const satisfies Record<IssueType, IconName>;

const PRIORITY_ICONS = {
  URGENT: "priority-urgent",
  HIGH: "priority-high",
  NORMAL: "priority-normal",
  LOW: "priority-low",
} as const satisfies Record<Priority, IconName>;

const STATUS_ICONS = {
  BACKLOG: "status-backlog",
  TODO: "status-todo",
  IN_PROGRESS: "status-in-progress",
  RESOLVED: "status-resolved",
  CLOSED: "status-closed",
} as const satisfies Record<StatusCategory, IconName>;

export function typeIcon(type: IssueType): IconName {
  return TYPE_ICONS[type];
}

export function priorityIcon(priority: Priority): IconName {
  return PRIORITY_ICONS[priority];
}

export function statusIcon(category: StatusCategory): IconName {
  return STATUS_ICONS[category];
}

/** Fields that have a name on screen. */
export const FIELD_WORDS = {
  title: "issue.field.title",
  description: "issue.field.description",
  status: "issue.field.status",
  resolution: "issue.field.resolution",
  unit: "issue.field.unit",
  assignee: "issue.field.assignee",
  author: "issue.field.author",
  type: "issue.field.type",
  priority: "issue.field.priority",
  labels: "issue.field.labels",
  startDate: "issue.field.startDate",
  dueDate: "issue.field.dueDate",
  parent: "issue.field.parent",
  estimate: "issue.field.estimate",
  value: "issue.field.value",
  archived: "issue.field.archived",
  createdAt: "issue.field.createdAt",
  updatedAt: "issue.field.updatedAt",
  closedAt: "issue.field.closedAt",
} as const;
export type NamedField = keyof typeof FIELD_WORDS;

function isNamed(field: string): field is NamedField {
  return Object.hasOwn(FIELD_WORDS, field);
}

/** A field of a later version of the server is named as its schema names it. */
export function fieldWords(field: string): string {
  return isNamed(field) ? t(FIELD_WORDS[field]) : field;
}
