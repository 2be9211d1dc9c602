import { graphql } from "../../gql/gql";

export const ISSUE_FIELDS = graphql(`
  fragment IssueFields on Issue {
    id
    key
    title
    description
    type
    priority
    startDate
    dueDate
    estimate
    value
    totalEstimate
    progress
    resolution
    archived
    inTransit
    blocked
    revision
    lastEvent
    createdAt
    updatedAt
    closedAt
    subIssueCount
    commentCount
    rank
    status {
      id
      name
      category
    }
    unit {
      id
      key
      name
    }
    assignee {
      id
      name
      avatarUrl
    }
    author {
      id
      name
      avatarUrl
    }
    labels {
      id
      name
      color
    }
    parent {
      id
      key
      title
    }
    can {
      edit
      comment
      assign
      take
      handOff
      close
      reopen
      return
      cancel
      merge
      archive
      relate
      moveTo {
        id
        name
        category
      }
    }
  }
`);

export const ISSUE = graphql(`
  query Issue($key: String!) {
    issue(key: $key) {
      ...IssueFields
      handoffs {
        ...HandoffFields
      }
      ...IssueRelations
      ...IssueRequests
      subIssues(first: 100) {
        totalCount
        nodes {
          id
          key
          title
          status {
            id
            name
            category
          }
          assignee {
            id
            name
            avatarUrl
          }
        }
      }
      comments(first: 100) {
        totalCount
        nodes {
          ...CommentFields
        }
      }
    }
  }
`);

export const ISSUE_HISTORY = graphql(`
  query IssueHistory($issue: ID!, $first: Int!, $after: String) {
    events(issue: $issue, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        kind
        actor {
          id
          name
          avatarUrl
        }
        onBehalfOf {
          id
          name
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export const ISSUE_CHANGED = graphql(`
  subscription IssueChanged($id: ID!, $since: ID) {
    issueChanged(id: $id, since: $since) {
      issueId
      event {
        id
        kind
      }
      issue {
        id
        revision
      }
    }
  }
`);

export const UPDATE_ISSUE = graphql(`
  mutation UpdateIssue($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $mutationKey: String) {
    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const SET_STATUS = graphql(`
  mutation SetStatus($id: ID!, $status: ID!, $revision: Int!, $mutationKey: String) {
    moveIssue(id: $id, status: $status, revision: $revision, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const ASSIGN_ISSUE = graphql(`
  mutation AssignIssue($id: ID!, $assignee: ID, $mutationKey: String) {
    assignIssue(id: $id, assignee: $assignee, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const TAKE_ISSUE = graphql(`
  mutation TakeIssue($id: ID!, $mutationKey: String) {
    takeIssue(id: $id, clientMutationId: $mutationKey) {
      ...IssueFields
    }
  }
`);

export const CREATE_SUB_ISSUE = graphql(`
  mutation CreateSubIssue($input: CreateIssueInput!) {
    createIssue(input: $input) {
      id
      key
      title
      status {
        id
        name
        category
      }
      assignee {
        id
        name
        avatarUrl
      }
    }
  }
`);

export const FIND_ISSUES = graphql(`
  query FindIssues($filter: IssueFilter!) {
    issues(filter: $filter, first: 8, orderBy: [{ by: UPDATED_AT, direction: DESC }]) {
      nodes {
        id
        key
        title
      }
    }
  }
`);

/** Of what an event points to by id; an issue that the viewer cannot see is not there (R10). */
export const ISSUE_KEYS = graphql(`
  query IssueKeys($ids: [ID!]!, $first: Int!) {
    issues(filter: { id: { in: $ids } }, first: $first) {
      nodes {
        id
        key
      }
    }
  }
`);

export const PEOPLE_NAMES = graphql(`
  query PeopleNames {
    users(first: 500) {
      id
      name
      avatarUrl
    }
  }
`);
