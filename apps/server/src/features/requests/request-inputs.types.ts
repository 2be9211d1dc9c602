import { Field, ID, InputType } from "type-graphql";
import { UpdateIssueInput } from "../issues/issue-inputs.types.js";

@InputType()
export class AssignActInput {
  @Field(() => ID, { nullable: true, description: "Null or left out: nobody." })
  assignee?: string | null;
}

@InputType()
export class HandOffActInput {
  @Field(() => ID)
  toUnit!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Whether sub-issues of the same unit travel along (H4).",
  })
  withSubIssues?: boolean | null;
}

@InputType()
export class CancelActInput {
  @Field(() => String)
  reason!: string;
}

@InputType({ description: "What is asked for (H6): exactly one of these." })
export class IssueAct {
  @Field(() => ID, { nullable: true, description: "The status that it is to be moved to." })
  moveTo?: string | null;

  @Field(() => UpdateIssueInput, { nullable: true })
  edit?: UpdateIssueInput | null;

  @Field(() => AssignActInput, { nullable: true })
  assign?: AssignActInput | null;

  @Field(() => HandOffActInput, { nullable: true })
  handOff?: HandOffActInput | null;

  @Field(() => CancelActInput, { nullable: true })
  cancel?: CancelActInput | null;
}
