import { graphql } from "../../../gql/gql";

/** What the rail shows; in a file of its own, as the frame of every page asks it. */
export const AWAITING_COUNT = graphql(`
  query AwaitingCount {
    awaitingClosure(first: 1) {
      totalCount
    }
  }
`);
