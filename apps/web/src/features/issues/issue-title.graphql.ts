import { graphql } from "../../gql/gql";

/** Of issues that some other screen has loaded. */
export const ISSUE_TITLE = graphql(`
  fragment IssueTitle on Issue {
    id
    title
  }
`);
