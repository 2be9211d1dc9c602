import type { IssueField } from "@stafeta/domain/issues/issue-fields";
import type { Scene } from "./sight-doors.js";

/** A filter that the scene's issue passes, and the field that one must read to be told so; null: all who see it. */
export interface Question {
  readonly field: IssueField | null;
  readonly filter: (scene: Scene, ids: Ids) => string;
}

export interface Ids {
  readonly author: string;
  readonly assignee: string;
  readonly label: string;
}

const LATE = '"2099-01-01T00:00:00Z"';

/** Each field of IssueFilter; one that is added has to say here what it tells of. */
export const FILTERS: Readonly<Record<string, Question | "COMBINES" | "OF_THE_VIEWER">> = {
  and: "COMBINES",
  or: "COMBINES",
  not: "COMBINES",
  mine: "OF_THE_VIEWER",
  followed: "OF_THE_VIEWER",
  id: { field: null, filter: ({ issue }) => `id: { eq: "${issue}" }` },
  key: { field: null, filter: ({ key }) => `key: { eq: "${key}" }` },
  archived: { field: null, filter: () => "archived: false" },
  unit: { field: null, filter: ({ unit }) => `unit: { eq: "${unit}" }` },
  underUnit: { field: null, filter: ({ root }) => `underUnit: "${root}"` },
  author: { field: null, filter: (_, { author }) => `author: { eq: "${author}" }` },
  assignee: { field: null, filter: (_, { assignee }) => `assignee: { eq: "${assignee}" }` },
  status: { field: null, filter: () => "status: { isNull: false }" },
  category: { field: null, filter: () => "category: [RESOLVED, IN_PROGRESS]" },
  inTransit: { field: null, filter: () => "inTransit: false" },
  createdAt: { field: null, filter: () => `createdAt: { lt: ${LATE} }` },
  updatedAt: { field: null, filter: () => `updatedAt: { lt: ${LATE} }` },
  closedAt: { field: null, filter: () => "closedAt: { isNull: true }" },
  dueDate: { field: null, filter: () => 'dueDate: { eq: "2026-12-24" }' },
  label: { field: "labels", filter: (_, { label }) => `label: { eq: "${label}" }` },
  type: { field: "type", filter: () => "type: [TASK]" },
  priority: { field: "priority", filter: () => "priority: [NORMAL]" },
  estimate: { field: "estimate", filter: () => "estimate: { eq: 3 }" },
  value: { field: "value", filter: () => "value: { gte: 5 }" },
  parent: { field: "parent", filter: ({ parent }) => `parent: { eq: "${parent}" }` },
  blocked: { field: "blocked", filter: () => "blocked: true" },
  text: { field: "description", filter: () => 'text: "thoroughly"' },
};

/** Each value of IssueSort, with the field that it orders by. */
export const SORTS: Readonly<Record<string, IssueField | null>> = {
  RANK: "rank",
  CREATED_AT: null,
  UPDATED_AT: null,
  DUE_DATE: null,
  KEY: null,
  PRIORITY: "priority",
  ESTIMATE: "estimate",
  VALUE: "value",
  RELEVANCE: null,
};
