import { graphql } from "../../../gql/gql";

/** What every row of 'My work' shows. Who only follows an issue reads the rest as hidden (R8, R11). */
export const WORK_ROW = graphql(`
  fragment WorkRow on Issue {
    id
    key
    title
    priority
    dueDate
    inTransit
    revision
    updatedAt
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
    can {
      comment
      moveTo {
        id
        name
        category
      }
    }
  }
`);

/** One of the viewer's lists. */
export const MY_WORK = graphql(`
  query MyWork($filter: IssueFilter!, $orderBy: [IssueOrder!]) {
    issues(first: 100, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        ...WorkRow
      }
    }
  }
`);

/** The same with its trail: where it is, and since when (H5). */
export const MY_WAITING = graphql(`
  query MyWaiting($filter: IssueFilter!, $orderBy: [IssueOrder!]) {
    issues(first: 100, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        ...WorkRow
        handoffs {
          id
          state
          startedAt
          endedAt
          to {
            id
            name
          }
          steps {
            id
            current
            waitedMinutes
            unit {
              id
              name
              heads {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);
