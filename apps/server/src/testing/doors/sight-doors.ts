import type { IssueField } from "@stafeta/domain/issues/issue-fields";

/** The issues of a scene: one that is looked at, and one on each side of it, all with the same people. */
export interface Scene {
  readonly issue: string;
  readonly key: string;
  readonly parent: string;
  readonly child: string;
  readonly related: string;
  readonly unit: string;
  readonly root: string;
  /** Logins of those whom a notice tells of it (B4). */
  readonly told: ReadonlySet<string>;
}

/** A way in: whoever reads the needed fields of the issues before it finds the issue behind it. */
export interface Door {
  /** Ways of the schema that it takes to the issue. */
  readonly edges: readonly string[];
  readonly needs: readonly IssueField[];
  /** Who finds anything there, where that is not all who see the issue. */
  readonly only?: "BOSS_RESOLVED" | "STEP_HEAD" | "ASKED" | "ASKER" | "ASKED_HEAD" | "TOLD";
  /** @param fields the selection of the issue. The answer's only `door` has it, however deep. */
  document(scene: Scene, fields: string): string;
}

/** What is found at any depth of an answer under the alias that the doors use. */
export function behind(data: unknown, id: string): Record<string, unknown> | null {
  if (Array.isArray(data)) {
    for (const item of data) {
      const found = behind(item, id);
      if (found) return found;
    }
    return null;
  }
  if (typeof data !== "object" || data === null) return null;
  const record = data as Record<string, unknown>;
  if (record["__typename"] === "Issue" && record["id"] === id) return record;
  return behind(Object.values(record), id);
}

const onTheWay = "id";

export const DOORS: Readonly<Record<string, Door>> = {
  "issue by id": {
    edges: ["Query.issue"],
    needs: [],
    document: ({ issue }, fields) => `{ issue(id: "${issue}") ${fields} }`,
  },
  "issue by key": {
    edges: ["Query.issue"],
    needs: [],
    document: ({ key }, fields) => `{ issue(key: "${key}") ${fields} }`,
  },
  "issue by a fragment, under another name": {
    edges: ["Query.issue"],
    needs: [],
    document: ({ issue }, fields) =>
      `{ other: issue(id: "${issue}") { ...All } } fragment All on Issue ${fields}`,
  },
  issues: {
    edges: ["Query.issues"],
    needs: [],
    document: ({ issue }, fields) =>
      `{ issues(filter: { id: { eq: "${issue}" } }) { totalCount nodes ${fields} } }`,
  },
  "issues, by its edges": {
    edges: ["Query.issues"],
    needs: [],
    document: ({ issue }, fields) =>
      `{ issues(filter: { id: { eq: "${issue}" } }) { edges { node ${fields} } } }`,
  },
  "board of the unit": {
    edges: ["BoardColumn.issues"],
    needs: ["rank"],
    document: ({ unit, issue }, fields) =>
      `{ board(unit: "${unit}", filter: { id: { eq: "${issue}" } }) { columns { issues { nodes ${fields} } } } }`,
  },
  "board over all units": {
    edges: ["BoardColumn.issues"],
    needs: ["rank"],
    document: ({ root, issue }, fields) =>
      `{ board(unit: "${root}", under: true, filter: { id: { eq: "${issue}" } }) { columns { issues { nodes ${fields} } } } }`,
  },
  "parent of its sub-issue": {
    edges: ["Issue.parent"],
    needs: ["parent"],
    document: ({ child }, fields) => `{ issue(id: "${child}") { ${onTheWay} parent ${fields} } }`,
  },
  "sub-issue of its parent": {
    edges: ["Issue.subIssues"],
    needs: ["subIssues"],
    document: ({ parent }, fields) =>
      `{ issue(id: "${parent}") { ${onTheWay} subIssues { nodes ${fields} } } }`,
  },
  "relation of another": {
    edges: ["Issue.relations", "Relation.issue"],
    needs: ["relations"],
    document: ({ related }, fields) =>
      `{ issue(id: "${related}") { ${onTheWay} relations { issue ${fields} } } }`,
  },
  "its comments": {
    edges: ["Issue.comments", "Comment.issue"],
    needs: ["comments"],
    document: ({ issue }, fields) =>
      `{ issue(id: "${issue}") { ${onTheWay} comments { nodes { issue ${fields} } } } }`,
  },
  "its history": {
    edges: ["Query.events", "Event.issue"],
    needs: [],
    document: ({ issue }, fields) => `{ events(issue: "${issue}") { nodes { issue ${fields} } } }`,
  },
  "its hand-offs": {
    edges: ["Issue.handoffs", "Handoff.issue"],
    needs: [],
    document: ({ issue }, fields) => `{ issue(id: "${issue}") { ${onTheWay} handoffs { issue ${fields} } } }`,
  },
  "steps of its hand-offs": {
    edges: ["Handoff.steps", "HandoffStep.handoff"],
    needs: [],
    document: ({ issue }, fields) =>
      `{ issue(id: "${issue}") { ${onTheWay} handoffs { steps { handoff { issue ${fields} } } } } }`,
  },
  "what was asked of its heads": {
    edges: ["Issue.requests", "IssueRequest.issue"],
    needs: [],
    only: "ASKED",
    document: ({ issue }, fields) => `{ issue(id: "${issue}") { ${onTheWay} requests { issue ${fields} } } }`,
  },
  "what one asked oneself": {
    edges: ["Query.myRequests"],
    needs: [],
    only: "ASKER",
    document: (_, fields) => `{ myRequests { issue ${fields} } }`,
  },
  "what is asked of a head": {
    edges: ["Query.requestInbox"],
    needs: [],
    only: "ASKED_HEAD",
    document: (_, fields) => `{ requestInbox { issue ${fields} } }`,
  },
  "what waits for a head": {
    edges: ["Query.handoffInbox"],
    needs: [],
    only: "STEP_HEAD",
    document: (_, fields) => `{ handoffInbox { handoff { issue ${fields} } } }`,
  },
  notices: {
    edges: ["Query.notices", "Notice.issue"],
    needs: [],
    only: "TOLD",
    document: (_, fields) => `{ notices(first: 500) { issue ${fields} } }`,
  },
  "events of notices": {
    edges: ["Notice.event"],
    needs: [],
    only: "TOLD",
    document: (_, fields) => `{ notices(first: 500) { event { issue ${fields} } } }`,
  },
  "what waits for the boss": {
    edges: ["Query.awaitingClosure"],
    needs: [],
    only: "BOSS_RESOLVED",
    document: ({ issue }, fields) =>
      `{ awaitingClosure(filter: { id: { eq: "${issue}" } }) { nodes ${fields} } }`,
  },
};
