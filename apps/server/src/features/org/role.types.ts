import { REACHES } from "@stafeta/domain/org/company";
import { Field, InputType, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";

export const ReachEnum = graphqlEnum("RoleReach", REACHES);

@InputType({ description: "Only what is present changes; a list replaces the one before." })
export class UpdateRoleInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => ReachEnum, { nullable: true })
  reach?: "ASSIGNED" | "UNIT" | "TREE" | null;

  @Field(() => [String], { nullable: true })
  readFields?: string[] | null;

  @Field(() => [String], { nullable: true })
  writeFields?: string[] | null;

  @Field(() => [String], { nullable: true })
  actions?: string[] | null;
}

@ObjectType({ simpleResolvers: true })
export class RoleAction {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The rule that speaks of it." })
  rule!: string;

  @Field(() => Boolean, { description: "False: a law keeps it to the built-in MANAGER." })
  grantable!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "What can stand in the matrix of a custom role (R9)." })
export class RoleMatrix {
  @Field(() => [String], { description: "Fields of an issue that not all read who see it." })
  readFields!: string[];

  @Field(() => [String])
  writeFields!: string[];

  @Field(() => [RoleAction])
  actions!: RoleAction[];
}
