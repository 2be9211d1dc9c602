import { Field, Float, ID, InputType } from "type-graphql";
import { graphqlEnum } from "../../../platform/graphql/enums.js";
import { DateScalar, DateTimeScalar } from "../../../platform/graphql/scalars.js";
import { StatusCategoryEnum } from "../../org/org.types.js";
import { IssueTypeEnum, PriorityEnum } from "../issue.types.js";

@InputType()
export class IDFilter {
  @Field(() => ID, { nullable: true })
  eq?: string | null;

  @Field(() => [ID], { nullable: true })
  in?: string[] | null;

  @Field(() => ID, { nullable: true })
  ne?: string | null;

  @Field(() => [ID], { nullable: true })
  notIn?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType()
export class StringFilter {
  @Field(() => String, { nullable: true })
  eq?: string | null;

  @Field(() => [String], { nullable: true })
  in?: string[] | null;

  @Field(() => String, { nullable: true })
  contains?: string | null;

  @Field(() => String, { nullable: true })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType()
export class NumberFilter {
  @Field(() => Float, { nullable: true })
  eq?: number | null;

  @Field(() => Float, { nullable: true })
  ne?: number | null;

  @Field(() => Float, { nullable: true })
  lt?: number | null;

  @Field(() => Float, { nullable: true })
  lte?: number | null;

  @Field(() => Float, { nullable: true })
  gt?: number | null;

  @Field(() => Float, { nullable: true })
  gte?: number | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType()
export class DateFilter {
  @Field(() => DateScalar, { nullable: true })
  eq?: string | null;

  @Field(() => DateScalar, { nullable: true })
  lt?: string | null;

  @Field(() => DateScalar, { nullable: true })
  lte?: string | null;

  @Field(() => DateScalar, { nullable: true })
  gt?: string | null;

  @Field(() => DateScalar, { nullable: true })
  gte?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType()
export class DateTimeFilter {
  @Field(() => DateTimeScalar, { nullable: true })
  lt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lte?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  gt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  gte?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType()
export class IssueFilter {
  @Field(() => [IssueFilter], { nullable: true })
  and?: IssueFilter[] | null;

  @Field(() => [IssueFilter], { nullable: true })
  or?: IssueFilter[] | null;

  @Field(() => IssueFilter, { nullable: true })
  not?: IssueFilter | null;

  @Field(() => IDFilter, { nullable: true })
  id?: IDFilter | null;

  @Field(() => StringFilter, { nullable: true })
  key?: StringFilter | null;

  @Field(() => IDFilter, { nullable: true })
  unit?: IDFilter | null;

  @Field(() => ID, { nullable: true, description: "The unit or any unit below it." })
  underUnit?: string | null;

  @Field(() => IDFilter, { nullable: true })
  status?: IDFilter | null;

  @Field(() => [StatusCategoryEnum], { nullable: true })
  category?: string[] | null;

  @Field(() => IDFilter, { nullable: true })
  assignee?: IDFilter | null;

  @Field(() => IDFilter, { nullable: true })
  author?: IDFilter | null;

  @Field(() => IDFilter, { nullable: true })
  parent?: IDFilter | null;

  @Field(() => IDFilter, { nullable: true })
  label?: IDFilter | null;

  @Field(() => [IssueTypeEnum], { nullable: true })
  type?: string[] | null;

  @Field(() => [PriorityEnum], { nullable: true })
  priority?: string[] | null;

  @Field(() => NumberFilter, { nullable: true })
  estimate?: NumberFilter | null;

  @Field(() => NumberFilter, { nullable: true })
  value?: NumberFilter | null;

  @Field(() => DateFilter, { nullable: true })
  dueDate?: DateFilter | null;

  @Field(() => DateTimeFilter, { nullable: true })
  createdAt?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, { nullable: true })
  updatedAt?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, { nullable: true })
  closedAt?: DateTimeFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Full text over title, description and comments that the viewer may read.",
  })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Assigned to the viewer." })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Made or once held by the viewer (R8)." })
  followed?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  inTransit?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "An unfinished issue that the viewer may see blocks it (I2).",
  })
  blocked?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Default false." })
  archived?: boolean | null;
}

export const ISSUE_SORTS = [
  "RANK",
  "CREATED_AT",
  "UPDATED_AT",
  "DUE_DATE",
  "PRIORITY",
  "ESTIMATE",
  "VALUE",
  "KEY",
  "RELEVANCE",
] as const;
export type IssueSort = (typeof ISSUE_SORTS)[number];
const IssueSortEnum = graphqlEnum("IssueSort", ISSUE_SORTS);

const SortDirectionEnum = graphqlEnum("SortDirection", ["ASC", "DESC"]);

@InputType()
export class IssueOrder {
  @Field(() => IssueSortEnum)
  by!: IssueSort;

  @Field(() => SortDirectionEnum, {
    nullable: true,
    defaultValue: "ASC",
    description: "Null or left out: ASC.",
  })
  direction?: "ASC" | "DESC" | null;
}
