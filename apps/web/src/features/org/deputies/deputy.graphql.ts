import { graphql } from "../../../gql/gql";

export const DEPUTY = graphql(`
  fragment DeputyRow on Deputy {
    id
    from
    to
    active
    endedAt
    user {
      ...Person
    }
    boss {
      ...Person
    }
  }
`);

/** Section 1: who acts for a boss today or is to, the first to act first. */
export const DEPUTIES = graphql(`
  query Deputies {
    deputies {
      ...DeputyRow
    }
  }
`);

/** And who has acted, the last first. */
export const PAST_DEPUTIES = graphql(`
  query PastDeputies {
    deputies(past: true) {
      ...DeputyRow
    }
  }
`);

export const NAME_DEPUTY = graphql(`
  mutation NameDeputy($user: ID!, $from: Date!, $to: Date!, $clientMutationId: String) {
    nameDeputy(user: $user, from: $from, to: $to, clientMutationId: $clientMutationId) {
      id
    }
  }
`);

export const END_DEPUTY = graphql(`
  mutation EndDeputy($deputy: ID!, $clientMutationId: String) {
    endDeputy(deputy: $deputy, clientMutationId: $clientMutationId) {
      id
    }
  }
`);
