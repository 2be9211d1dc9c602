import { graphql } from "../../gql/gql";

/** The whole tree, flat: every member of the staff reads it (R8). */
export const UNITS = graphql(`
  query Units {
    units {
      ...UnitNode
    }
  }
`);

export const UNIT_NODE = graphql(`
  fragment UnitNode on Unit {
    id
    key
    name
    kind
    archived
    parent {
      id
    }
    can {
      createIssue
      manage
      plan
      seeAll
    }
    statuses {
      id
      name
      category
      position
    }
  }
`);
