import { RELATION_TYPES } from "@stafeta/domain/issues/relations";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../../platform/graphql/enums.js";
import { Issue } from "../issue.types.js";

export const RelationTypeEnum = graphqlEnum("RelationType", RELATION_TYPES);

/** As it reads from the issue that it is shown on (I2). */
@ObjectType({ simpleResolvers: true })
export class Relation {
  @Field(() => ID)
  id!: string;

  @Field(() => RelationTypeEnum)
  type!: string;

  @Field(() => Issue)
  issue!: Issue;

  @Field(() => Int, { nullable: true })
  delayDays!: number | null;
}
