import { graphql } from "../../gql/gql";

/** What forms and empty boards ask of an issue's unit; apart from the issue's own documents, which come with its panel. */
export const ISSUE_UNIT = graphql(`
  query IssueUnit($id: ID!) {
    unit(id: $id) {
      id
      key
      name
      statuses {
        id
        name
        category
        position
      }
      labels {
        id
        name
        color
      }
      members {
        id
        role {
          id
          name
          base
        }
        user {
          id
          name
          active
          avatarUrl
        }
      }
      heads {
        id
        name
      }
      can {
        createIssue
        manage
      }
    }
  }
`);
