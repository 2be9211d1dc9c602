const CAN = {
  __typename: "IssueCan",
  edit: ["title", "description", "priority"],
  comment: true,
  assign: true,
  take: true,
  handOff: true,
  close: false,
  reopen: false,
  return: false,
  cancel: false,
  merge: false,
  archive: false,
  relate: false,
  moveTo: [],
};

const ISSUE_ANSWER = {
  __typename: "Issue",
  id: "1",
  key: "DEV-1",
  title: "Title",
  description: null,
  type: "TASK",
  priority: "NORMAL",
  startDate: null,
  dueDate: null,
  estimate: 3,
  value: null,
  totalEstimate: 3,
  progress: null,
  resolution: null,
  archived: false,
  inTransit: false,
  handoffs: [],
  blocked: false,
  requests: [],
  revision: 1,
  lastEvent: "10",
  createdAt: "2026-11-20T08:00:00Z",
  updatedAt: "2026-11-21T08:00:00Z",
  closedAt: null,
  subIssueCount: 0,
  commentCount: 0,
  rank: "m",
  status: { __typename: "Status", id: "s1", name: "To do", category: "TODO" },
  unit: { __typename: "Unit", id: "3", key: "DEV", name: "Development" },
  assignee: null,
  author: { __typename: "User", id: "u2", name: "Boris Ivanov", avatarUrl: null },
  labels: [],
  parent: null,
  relations: [],
  can: CAN,
  subIssues: { __typename: "IssueConnection", totalCount: 0, nodes: [] },
  comments: { __typename: "CommentConnection", totalCount: 0, nodes: [] },
};

/** An issue as the API answers it, with what a test says of it. */
export function issueAnswer(changes: object = {}) {
  return { ...ISSUE_ANSWER, ...changes };
}

export function canAnswer(changes: object = {}) {
  return { ...CAN, ...changes };
}
