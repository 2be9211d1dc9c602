import type { IssueType, Priority, Resolution, StatusCategory } from "../../gql/graphql";
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
