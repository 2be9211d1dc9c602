import { graphql } from "../../../gql/gql";

/** I2: as they read from this issue; one whose other issue cannot be seen is not there (R11). */
export const ISSUE_RELATIONS = graphql(`
  fragment IssueRelations on Issue {
    id
    relations {
      id
      type
      delayDays
      issue {
        id
        key
        title
        status {
          id
          name
          category
        }
      }
    }
  }
`);

export const RELATE_ISSUES = graphql(`
  mutation RelateIssues($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $mutationKey: String) {
    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $mutationKey) {
      ...IssueFields
      ...IssueRelations
    }
  }
`);

export const UNRELATE_ISSUES = graphql(`
  mutation UnrelateIssues($relation: ID!, $mutationKey: String) {
    unrelateIssues(relation: $relation, clientMutationId: $mutationKey) {
      ...IssueFields
      ...IssueRelations
    }
  }
`);
