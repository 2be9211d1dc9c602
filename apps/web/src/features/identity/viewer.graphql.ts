import { graphql } from "../../gql/gql";

/** Who the page is for, with their hats' sources: memberships decide which boards and controls are theirs. */
export const VIEWER = graphql(`
  query Viewer {
    me {
      isAdmin
      isBoss
      locale
      timeZone
      user {
        ...Person
      }
      memberships {
        id
        role {
          id
          base
          builtIn
          name
          reach
          readFields
          writeFields
          actions
          archived
          revision
        }
        unit {
          id
          key
          name
          kind
        }
      }
    }
  }
`);

export const PERSON = graphql(`
  fragment Person on User {
    id
    name
    email
    active
    avatarUrl
  }
`);
