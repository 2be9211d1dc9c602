import { ISSUE_TYPES, PRIORITIES, RESOLUTIONS } from "@stafeta/domain/issues/issue-kinds";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { Guarded } from "../../platform/graphql/guarded.js";
import { PageInfo } from "../../platform/graphql/page.types.js";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.js";
import { Label, Status, Unit, User } from "../org/org.types.js";

export const IssueTypeEnum = graphqlEnum("IssueType", ISSUE_TYPES);
export const PriorityEnum = graphqlEnum("Priority", PRIORITIES);
export const ResolutionEnum = graphqlEnum("Resolution", RESOLUTIONS);

@ObjectType({ simpleResolvers: true })
export class IssueCan {
  @Field(() => [String])
  edit!: string[];

  @Field(() => [Status])
  moveTo!: Status[];

  @Field(() => Boolean)
  comment!: boolean;

  @Field(() => Boolean)
  assign!: boolean;

  @Field(() => Boolean)
  take!: boolean;

  @Field(() => Boolean)
  handOff!: boolean;

  @Field(() => Boolean)
  close!: boolean;

  @Field(() => Boolean)
  reopen!: boolean;

  @Field(() => Boolean, { description: "Back into work after it was resolved, with a reason (I3)." })
  return!: boolean;

  @Field(() => Boolean)
  cancel!: boolean;

  @Field(() => Boolean, { description: "Into another issue, as its duplicate (L5)." })
  merge!: boolean;

  @Field(() => Boolean)
  archive!: boolean;

  @Field(() => Boolean, { description: "Whether relations may be written from here (I2)." })
  relate!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class Issue {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Status)
  status!: Status;

  @Field(() => Unit)
  unit!: Unit;

  @Field(() => User, { nullable: true })
  assignee!: User | null;

  @Field(() => User, { nullable: true })
  author!: User | null;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar)
  updatedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;

  @Field(() => DateScalar, { nullable: true })
  dueDate!: string | null;

  @Field(() => Boolean, { description: "Whether a hand-off of it is pending (H3)." })
  inTransit!: boolean;

  @Guarded(ISSUE_FIELDS.description)
  @Field(() => String, { nullable: true })
  description!: string | null;

  @Guarded(ISSUE_FIELDS.type)
  @Field(() => IssueTypeEnum, { nullable: true })
  type!: string | null;

  @Guarded(ISSUE_FIELDS.priority)
  @Field(() => PriorityEnum, { nullable: true })
  priority!: string | null;

  @Guarded(ISSUE_FIELDS.labels)
  @Field(() => [Label], { nullable: true })
  labels!: Label[] | null;

  @Guarded(ISSUE_FIELDS.startDate)
  @Field(() => DateScalar, { nullable: true })
  startDate!: string | null;

  @Guarded(ISSUE_FIELDS.parent)
  @Field(() => Issue, { nullable: true })
  parent!: Issue | null;

  @Guarded(ISSUE_FIELDS.estimate)
  @Field(() => Float, { nullable: true })
  estimate!: number | null;

  @Guarded(ISSUE_FIELDS.value)
  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Guarded(ISSUE_FIELDS.rank)
  @Field(() => String, { nullable: true })
  rank!: string | null;

  @Field(() => ResolutionEnum, { nullable: true })
  resolution!: string | null;

  @Field(() => Boolean)
  archived!: boolean;

  @Guarded(ISSUE_FIELDS.blocked)
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether an unfinished issue that the viewer may see blocks it (I2).",
  })
  blocked!: boolean | null;

  @Guarded(ISSUE_FIELDS.subIssueCount)
  @Field(() => Int, { nullable: true, description: "Direct sub-issues that the viewer may see." })
  subIssueCount!: number | null;

  @Guarded(ISSUE_FIELDS.commentCount)
  @Field(() => Int, { nullable: true })
  commentCount!: number | null;

  @Guarded(ISSUE_FIELDS.progress)
  @Field(() => Float, {
    nullable: true,
    description:
      "0 to 1, done by count, over the whole tree of sub-issues that the viewer may see; null without any.",
  })
  progress!: number | null;

  @Guarded(ISSUE_FIELDS.totalEstimate)
  @Field(() => Float, {
    nullable: true,
    description: "The issue's own and its whole tree's, as far as the viewer may read.",
  })
  totalEstimate!: number | null;

  @Field(() => Int, { description: "The number that edits are based on (I5)." })
  revision!: number;

  @Field(() => ID, {
    description:
      "The newest event of this issue: in a mutation's answer the one it wrote, to pass to `undo`.",
  })
  lastEvent!: string;

  @Field(() => IssueCan)
  can!: IssueCan;
}

@ObjectType({ simpleResolvers: true })
export class IssueEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Issue)
  node!: Issue;
}

@ObjectType({ simpleResolvers: true })
export class IssueConnection {
  @Field(() => [Issue])
  nodes!: Issue[];

  @Field(() => [IssueEdge])
  edges!: IssueEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}
