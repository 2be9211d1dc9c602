import type { CostTable } from "./platform/graphql/limits/cost.js";

/** Held in memory for everybody, so that showing one costs next to nothing. */
const IN_MEMORY = 0.2;

/** How dear the schema's types are, and how long its lists without `first` are expected to be. */
export const COSTS: CostTable = {
  weights: {
    User: IN_MEMORY,
    Unit: IN_MEMORY,
    UnitCan: IN_MEMORY,
    Membership: IN_MEMORY,
    Role: IN_MEMORY,
    Status: IN_MEMORY,
    Label: IN_MEMORY,
    Change: IN_MEMORY,
    PageInfo: 0,
  },
  lengths: {
    "Query.units": 100,
    "Query.roles": 10,
    "Query.issueStats": 50,
    "Query.deputies": 5,
    "Me.deputyFor": 1,
    "Unit.children": 4,
    "Unit.heads": 2,
    "Unit.members": 20,
    "Unit.statuses": 6,
    "Unit.labels": 20,
    "Board.columns": 8,
    "BoardColumn.statuses": 2,
    "Issue.labels": 2,
    "Issue.relations": 4,
    "IssueCan.moveTo": 6,
    "Issue.handoffs": 2,
    "Handoff.steps": 3,
    "Query.handoffInbox": 50,
    "Query.handoffRoute": 3,
    "RouteStep.heads": 2,
    "Event.changes": 4,
    "Issue.requests": 2,
    "IssueRequest.changes": 2,
    "Query.requestInbox": 50,
    "Query.myRequests": 50,
  },
};
