import { graphql } from "../../../gql/gql";

/** A row of the boss's queue (L2). */
export const CLOSURE_ROW = graphql(`
  fragment ClosureRow on Issue {
    id
    key
    title
    type
    resolution
    updatedAt
    status {
      id
      name
      category
    }
    unit {
      id
      name
    }
    assignee {
      id
      name
      avatarUrl
    }
    can {
      close
      return
    }
  }
`);

export const AWAITING_CLOSURE = graphql(`
  query AwaitingClosure($filter: IssueFilter, $first: Int!, $after: String) {
    awaitingClosure(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ClosureRow
      }
    }
  }
`);

/** All or none (L2). */
export const CLOSE_ISSUES = graphql(`
  mutation CloseIssues($ids: [ID!]!, $comment: String, $mutationKey: String) {
    closeIssues(ids: $ids, comment: $comment, clientMutationId: $mutationKey) {
      ...ClosureRow
      closedAt
      revision
    }
  }
`);

export const RETURN_ISSUES = graphql(`
  mutation ReturnIssues($ids: [ID!]!, $reason: String!, $mutationKey: String) {
    returnIssues(ids: $ids, reason: $reason, clientMutationId: $mutationKey) {
      ...ClosureRow
      closedAt
      revision
    }
  }
`);

/** One, from its own page. */
export const CLOSE_ISSUE = graphql(`
  mutation CloseIssue($id: ID!, $mutationKey: String) {
    closeIssues(ids: [$id], clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const RETURN_ISSUE = graphql(`
  mutation ReturnIssue($id: ID!, $reason: String!, $mutationKey: String) {
    returnIssues(ids: [$id], reason: $reason, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const REOPEN_ISSUE = graphql(`
  mutation ReopenIssue($id: ID!, $reason: String!, $mutationKey: String) {
    reopenIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const CANCEL_ISSUE = graphql(`
  mutation CancelIssue($id: ID!, $reason: String!, $mutationKey: String) {
    cancelIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const MERGE_ISSUES = graphql(`
  mutation MergeIssues($from: ID!, $into: ID!, $mutationKey: String) {
    mergeIssues(from: $from, into: $into, clientMutationId: $mutationKey) {
      ...IssueFields
      ...IssueRelations
    }
  }
`);

export const ARCHIVE_ISSUE = graphql(`
  mutation ArchiveIssue($id: ID!, $mutationKey: String) {
    archiveIssue(id: $id, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);
