import { graphql } from "../../gql/gql";

/** H5: as much of a trail as a card has room for; asked for the few cards in sight that are on their way. */
export const CARD_TRAIL = graphql(`
  query CardTrail($id: ID!) {
    issue(id: $id) {
      id
      handoffs {
        id
        state
        to {
          id
          key
        }
        steps {
          id
          state
          current
          waitedMinutes
          unit {
            id
            key
          }
        }
      }
    }
  }
`);

/** Grows with every step of the hand-off (I5). */
export const CARD_REVISION = graphql(`
  fragment CardRevision on Issue {
    id
    revision
  }
`);
