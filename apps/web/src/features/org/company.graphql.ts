import { graphql } from "../../gql/gql";

/** What the domain's rules of organisation ask for: who is what in which unit. All staff read it (R8). */
export const COMPANY = graphql(`
  query Company {
    units {
      ...UnitNode
      sprintLengthDays
      heads {
        ...Person
      }
      members {
        ...Member
      }
    }
    roles {
      id
      base
      builtIn
      name
      archived
    }
  }
`);

export const MEMBER = graphql(`
  fragment Member on Membership {
    id
    role {
      id
      base
      builtIn
      name
    }
    unit {
      id
    }
    user {
      ...Person
    }
  }
`);

export const ADD_MEMBER = graphql(`
  mutation AddMember($unit: ID!, $user: ID!, $role: ID!, $clientMutationId: String) {
    addMember(unit: $unit, user: $user, role: $role, clientMutationId: $clientMutationId) {
      ...Member
      unit {
        id
        heads {
          ...Person
        }
        members {
          ...Member
        }
      }
    }
  }
`);

export const REMOVE_MEMBER = graphql(`
  mutation RemoveMember($membership: ID!, $clientMutationId: String) {
    removeMember(membership: $membership, clientMutationId: $clientMutationId) {
      id
      heads {
        ...Person
      }
      members {
        ...Member
      }
    }
  }
`);

export const CREATE_UNIT = graphql(`
  mutation CreateUnit(
    $parent: ID!
    $kind: UnitKind!
    $key: String!
    $name: String!
    $clientMutationId: String
  ) {
    createUnit(parent: $parent, kind: $kind, key: $key, name: $name, clientMutationId: $clientMutationId) {
      ...UnitNode
    }
  }
`);

/** R1: with all below it. */
export const MOVE_UNIT = graphql(`
  mutation MoveUnit($id: ID!, $parent: ID!, $clientMutationId: String) {
    moveUnit(id: $id, parent: $parent, clientMutationId: $clientMutationId) {
      ...UnitNode
    }
  }
`);

export const ARCHIVE_UNIT = graphql(`
  mutation ArchiveUnit($id: ID!, $clientMutationId: String) {
    archiveUnit(id: $id, clientMutationId: $clientMutationId) {
      ...UnitNode
    }
  }
`);

/** R1: what is left to do in a unit, as its manager sees it. */
export const UNIT_REMAINS = graphql(`
  query UnitRemains($unit: ID!) {
    unfinished: issues(first: 1, filter: { unit: { eq: $unit }, category: [BACKLOG, TODO, IN_PROGRESS] }) {
      totalCount
    }
    inTransit: issues(first: 1, filter: { unit: { eq: $unit }, inTransit: true }) {
      totalCount
    }
  }
`);

export const USERS = graphql(`
  query Users($text: String, $first: Int) {
    users(text: $text, first: $first) {
      ...Person
    }
  }
`);
