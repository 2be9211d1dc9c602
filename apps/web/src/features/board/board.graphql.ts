import { graphql } from "../../gql/gql";

/** What a card shows; a change of anything else must not draw it anew. */
export const CARD_FIELDS = graphql(`
  fragment CardFields on Issue {
    id
    key
    title
    type
    priority
    dueDate
    estimate
    subIssueCount
    commentCount
    inTransit
    resolution
    blocked
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
`);

/** What places a card; never read by the card itself. */
export const CARD_PLACE = graphql(`
  fragment CardPlace on Issue {
    id
    rank
    estimate
    revision
    archived
    lastEvent
    status {
      id
      category
    }
    unit {
      id
    }
  }
`);

export const BOARD = graphql(`
  query Board($unit: ID!, $under: Boolean!, $closedDays: Int!, $first: Int!) {
    board(unit: $unit, under: $under, closedDays: $closedDays) {
      lastEvent
      columns {
        name
        category
        wipLimit
        count
        estimateSum
        olderCount
        issueIds
        status {
          id
        }
        statuses {
          id
        }
        issues(first: $first) {
          nodes {
            ...CardFields
            ...CardPlace
          }
        }
      }
    }
  }
`);

/** The order and the figures alone: after a gap in the stream, or where a place could only be guessed. */
export const BOARD_ORDER = graphql(`
  query BoardOrder($unit: ID!, $under: Boolean!, $closedDays: Int!) {
    board(unit: $unit, under: $under, closedDays: $closedDays) {
      lastEvent
      columns {
        name
        category
        wipLimit
        count
        estimateSum
        olderCount
        issueIds
        status {
          id
        }
        statuses {
          id
        }
      }
    }
  }
`);

export const CARDS = graphql(`
  query Cards($ids: [ID!]!, $first: Int!) {
    issues(filter: { id: { in: $ids } }, first: $first) {
      nodes {
        ...CardFields
        ...CardPlace
      }
    }
  }
`);

export const CARD_RIGHTS = graphql(`
  query CardRights($id: ID!) {
    issue(id: $id) {
      id
      blocked
      can {
        assign
        take
        moveTo {
          id
        }
      }
    }
  }
`);

export const BOARD_CHANGED = graphql(`
  subscription BoardChanged($unit: ID!, $under: Boolean!, $since: ID) {
    boardChanged(unit: $unit, under: $under, since: $since) {
      issueId
      event {
        id
        kind
        clientMutationId
        actor {
          id
          name
          avatarUrl
        }
        changes {
          field
          before
        }
      }
      issue {
        ...CardFields
        ...CardPlace
      }
    }
  }
`);

export const MOVE_ISSUE = graphql(`
  mutation MoveIssue($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $key: String) {
    moveIssue(
      id: $id
      status: $status
      after: $after
      before: $before
      revision: $revision
      clientMutationId: $key
    ) {
      ...CardFields
      ...CardPlace
    }
  }
`);

export const CREATE_CARD = graphql(`
  mutation CreateCard($input: CreateIssueInput!) {
    createIssue(input: $input) {
      ...CardFields
      ...CardPlace
    }
  }
`);

export const TAKE_CARD = graphql(`
  mutation TakeCard($id: ID!, $key: String) {
    takeIssue(id: $id, clientMutationId: $key) {
      ...CardFields
      ...CardPlace
      can {
        assign
        take
      }
    }
  }
`);

export const ASSIGN_CARD = graphql(`
  mutation AssignCard($id: ID!, $assignee: ID, $key: String) {
    assignIssue(id: $id, assignee: $assignee, clientMutationId: $key) {
      ...CardFields
      ...CardPlace
      can {
        assign
        take
      }
    }
  }
`);
