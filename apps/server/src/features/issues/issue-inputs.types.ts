import type { IssueType, Priority } from "@stafeta/domain/issues/issue-kinds";
import { Field, Float, ID, InputType } from "type-graphql";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { IssueTypeEnum, PriorityEnum } from "./issue.types.js";

/** Null is the same as left out. */
@InputType()
export class CreateIssueInput {
  @Field(() => ID)
  unit!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => IssueTypeEnum, { nullable: true })
  type?: IssueType | null;

  @Field(() => PriorityEnum, { nullable: true })
  priority?: Priority | null;

  @Field(() => ID, { nullable: true })
  assignee?: string | null;

  @Field(() => ID, { nullable: true })
  parent?: string | null;

  @Field(() => ID, { nullable: true })
  status?: string | null;

  @Field(() => [ID], { nullable: true })
  labels?: string[] | null;

  @Field(() => Float, { nullable: true })
  estimate?: number | null;

  @Field(() => Float, { nullable: true })
  value?: number | null;

  @Field(() => DateScalar, { nullable: true })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true })
  dueDate?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType({ description: "Only the fields that are present change; null clears." })
export class UpdateIssueInput {
  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => IssueTypeEnum, { nullable: true })
  type?: IssueType | null;

  @Field(() => PriorityEnum, { nullable: true })
  priority?: Priority | null;

  @Field(() => ID, { nullable: true })
  parent?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Replaces the set, and can conflict; the next two merge.",
  })
  labels?: string[] | null;

  @Field(() => [ID], { nullable: true })
  addLabels?: string[] | null;

  @Field(() => [ID], { nullable: true })
  removeLabels?: string[] | null;

  @Field(() => Float, { nullable: true })
  estimate?: number | null;

  @Field(() => Float, { nullable: true })
  value?: number | null;

  @Field(() => DateScalar, { nullable: true })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true })
  dueDate?: string | null;
}
