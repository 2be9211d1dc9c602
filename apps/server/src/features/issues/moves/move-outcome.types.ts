import { Field, ID, ObjectType } from "type-graphql";
import { JsonScalar } from "../../../platform/graphql/scalars.js";
import { Issue } from "../issue.types.js";

@ObjectType({
  simpleResolvers: true,
  description: "Why not: the rule that decided, and a message key with its parameters (R12).",
})
export class Refusal {
  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true })
  rule!: string | null;

  @Field(() => String)
  message!: string;

  @Field(() => JsonScalar, { nullable: true })
  params!: unknown;
}

@ObjectType({ simpleResolvers: true })
export class MoveOutcome {
  @Field(() => ID)
  id!: string;

  @Field(() => Issue, { nullable: true })
  issue!: Issue | null;

  @Field(() => Refusal, { nullable: true })
  refused!: Refusal | null;
}
