import { Field, ID, InputType, ObjectType } from "type-graphql";
import { JsonScalar } from "../../../platform/graphql/scalars.js";

@InputType({ description: "An issue that need not exist, as far as rights hang on it." })
export class DescribedIssueInput {
  @Field(() => ID)
  unit!: string;

  @Field(() => ID, { description: "One of the unit's." })
  status!: string;

  @Field(() => ID)
  author!: string;

  @Field(() => ID, { nullable: true, description: "Null or left out: nobody." })
  assignee?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A decision with the rule that made it (R12)." })
export class AccessVerdict {
  @Field(() => Boolean)
  allowed!: boolean;

  @Field(() => String, { nullable: true })
  rule!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it is allowed: the hat, or ANYONE who sees it.",
  })
  by!: string | null;

  @Field(() => String, { nullable: true, description: "Where it is not: the key of a message." })
  message!: string | null;

  @Field(() => JsonScalar, { nullable: true })
  params!: unknown;
}

@ObjectType({ simpleResolvers: true })
export class FieldAccess {
  @Field(() => String)
  field!: string;

  @Field(() => AccessVerdict)
  read!: AccessVerdict;

  @Field(() => AccessVerdict)
  write!: AccessVerdict;
}

@ObjectType({ simpleResolvers: true })
export class ActionAccess {
  @Field(() => String)
  action!: string;

  @Field(() => AccessVerdict)
  verdict!: AccessVerdict;
}

@ObjectType({ simpleResolvers: true })
export class AccessExplanation {
  @Field(() => [String], { description: "What the person is towards the issue; empty: they do not see it." })
  hats!: string[];

  @Field(() => [FieldAccess])
  fields!: FieldAccess[];

  @Field(() => [ActionAccess])
  actions!: ActionAccess[];
}
