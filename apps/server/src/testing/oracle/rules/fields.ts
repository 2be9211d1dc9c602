import type { Hat, Hats } from "./hats.js";

const CONDITIONS: readonly Hat[] = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER", "AUTHOR"];
const FIGURES: readonly Hat[] = ["MANAGER", "DEVELOPER", "ANALYST", "HOLDER"];

/** The table "Default field policy of Issue" (section 2): who reads what; what is not named here nobody reads. */
const READERS: Readonly<Record<string, readonly Hat[] | "ALL">> = {
  id: "ALL",
  key: "ALL",
  title: "ALL",
  status: "ALL",
  unit: "ALL",
  assignee: "ALL",
  author: "ALL",
  dueDate: "ALL",
  createdAt: "ALL",
  updatedAt: "ALL",
  closedAt: "ALL",
  revision: "ALL",
  lastEvent: "ALL",
  can: "ALL",
  resolution: "ALL",
  archived: "ALL",
  description: CONDITIONS,
  type: CONDITIONS,
  priority: CONDITIONS,
  labels: CONDITIONS,
  startDate: CONDITIONS,
  parent: CONDITIONS,
  subIssues: CONDITIONS,
  subIssueCount: CONDITIONS,
  progress: CONDITIONS,
  comments: CONDITIONS,
  commentCount: CONDITIONS,
  estimate: FIGURES,
  value: FIGURES,
  totalEstimate: FIGURES,
  rank: FIGURES,
};

/** R10: of a record that is seen. */
export function reads(hats: Hats, field: string): boolean {
  const readers = READERS[field];
  if (readers === undefined) return false;
  return readers === "ALL" || readers.some((hat) => hats.has(hat));
}

/** R5 to R7: the fields that a MANAGER alone edits. */
export const EDITABLE = [
  "title",
  "description",
  "type",
  "priority",
  "parent",
  "labels",
  "estimate",
  "value",
  "startDate",
  "dueDate",
] as const;
