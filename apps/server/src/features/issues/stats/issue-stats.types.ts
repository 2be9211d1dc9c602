import { ISSUE_STAT_FIELDS } from "@stafeta/domain/issues/issue-stat-fields";
import type { IssueType, Priority } from "@stafeta/domain/issues/issue-kinds";
import type { StatusCategory } from "@stafeta/domain/org/company";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../../platform/graphql/enums.js";
import { Guarded } from "../../../platform/graphql/guarded.js";
import { DateScalar } from "../../../platform/graphql/scalars.js";
import { Label, Status, StatusCategoryEnum, Unit, User } from "../../org/org.types.js";
import { IssueTypeEnum, PriorityEnum } from "../issue.types.js";

export const ISSUE_DIMENSIONS = [
  "UNIT",
  "STATUS",
  "CATEGORY",
  "ASSIGNEE",
  "AUTHOR",
  "TYPE",
  "PRIORITY",
  "LABEL",
  "CREATED_DAY",
  "CREATED_WEEK",
  "CREATED_MONTH",
  "CLOSED_DAY",
  "CLOSED_WEEK",
  "CLOSED_MONTH",
] as const;
export type IssueDimension = (typeof ISSUE_DIMENSIONS)[number];
export const IssueDimensionEnum = graphqlEnum("IssueDimension", ISSUE_DIMENSIONS);

@ObjectType({
  simpleResolvers: true,
  description:
    "One period dimension at most; no dimension gives one row; LABEL counts an issue once per label.",
})
export class IssueStat {
  @Field(() => Unit, { nullable: true })
  unit!: Unit | null;

  @Field(() => Status, { nullable: true })
  status!: Status | null;

  @Field(() => StatusCategoryEnum, { nullable: true })
  category!: StatusCategory | null;

  @Field(() => User, { nullable: true })
  assignee!: User | null;

  @Field(() => User, { nullable: true })
  author!: User | null;

  @Guarded(ISSUE_STAT_FIELDS.type)
  @Field(() => IssueTypeEnum, { nullable: true })
  type!: IssueType | null;

  @Guarded(ISSUE_STAT_FIELDS.priority)
  @Field(() => PriorityEnum, { nullable: true })
  priority!: Priority | null;

  @Guarded(ISSUE_STAT_FIELDS.label)
  @Field(() => Label, { nullable: true })
  label!: Label | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day of the created or closed period that was grouped by.",
  })
  period!: string | null;

  @Field(() => Int)
  count!: number;

  @Guarded(ISSUE_STAT_FIELDS.estimateSum)
  @Field(() => Float, { nullable: true, description: "Over the issues whose estimate the viewer reads." })
  estimateSum!: number | null;

  @Guarded(ISSUE_STAT_FIELDS.valueSum)
  @Field(() => Float, { nullable: true, description: "Over the issues whose value the viewer reads." })
  valueSum!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "From creation to closing, or to now for what is not closed.",
  })
  ageDaysAvg!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "From the first time in progress to done (P5), over the issues that are done and were ever in progress.",
  })
  cycleDaysAvg!: number | null;
}
