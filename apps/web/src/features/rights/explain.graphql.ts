import { graphql } from "../../gql/gql";

export const VERDICT = graphql(`
  fragment Verdict on AccessVerdict {
    allowed
    rule
    by
    message
    params
  }
`);

export const EXPLAIN_ACCESS = graphql(`
  query ExplainAccess($user: ID!, $issue: ID, $described: DescribedIssueInput) {
    explainAccess(user: $user, issue: $issue, described: $described) {
      hats
      fields {
        field
        read {
          ...Verdict
        }
        write {
          ...Verdict
        }
      }
      actions {
        action
        verdict {
          ...Verdict
        }
      }
    }
  }
`);

/** The statuses that a described issue can have. */
export const UNIT_STATUSES = graphql(`
  query UnitStatuses($id: ID!) {
    unit(id: $id) {
      id
      statuses {
        id
        name
        category
        position
      }
    }
  }
`);

export const ISSUE_BY_KEY = graphql(`
  query IssueByKey($key: String!) {
    issue(key: $key) {
      id
      key
    }
  }
`);
