import type { RelationType } from "../../../gql/graphql";

/** As it reads from the issue that it is shown on (I2). */
export const RELATION_WORDS = {
  RELATES: "relation.RELATES",
  BLOCKS: "relation.BLOCKS",
  BLOCKED_BY: "relation.BLOCKED_BY",
  DUPLICATES: "relation.DUPLICATES",
  DUPLICATED_BY: "relation.DUPLICATED_BY",
  PRECEDES: "relation.PRECEDES",
  FOLLOWS: "relation.FOLLOWS",
} as const satisfies Record<RelationType, string>;
