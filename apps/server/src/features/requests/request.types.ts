import { REQUEST_FIELDS } from "@stafeta/domain/requests/request-fields";
import { REQUEST_STATES } from "@stafeta/domain/requests/request";
import { ACT_KINDS } from "@stafeta/domain/requests/requested-act";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { Guarded } from "../../platform/graphql/guarded.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import { Change } from "../events/event.types.js";
import { Issue } from "../issues/issue.types.js";
import { Status, Unit, User } from "../org/org.types.js";

export const RequestStateEnum = graphqlEnum("RequestState", REQUEST_STATES);
export const ActKindEnum = graphqlEnum("IssueActKind", ACT_KINDS);

@ObjectType({ simpleResolvers: true, description: "What somebody asks an issue's heads to do to it (H6)." })
export class IssueRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => Issue)
  issue!: Issue;

  @Field(() => ActKindEnum)
  kind!: string;

  @Field(() => [Change], {
    description:
      "The fields and the values that are wished for; those that the viewer does not read are absent.",
  })
  changes!: Change[];

  @Field(() => Status, { nullable: true, description: "Of MOVE: where it is to go." })
  status!: Status | null;

  @Field(() => User, { nullable: true, description: "Of ASSIGN: who is to hold it; null: nobody." })
  assignee!: User | null;

  @Field(() => Unit, { nullable: true, description: "Of HAND_OFF: where it is to go." })
  toUnit!: Unit | null;

  @Field(() => Boolean, { nullable: true, description: "Of HAND_OFF: whether sub-issues travel along (H4)." })
  withSubIssues!: boolean | null;

  @Field(() => User)
  askedBy!: User;

  @Field(() => DateTimeScalar)
  askedAt!: string;

  @Field(() => Int, { description: "Since it was asked, up to its end or to now." })
  waitedMinutes!: number;

  @Guarded(REQUEST_FIELDS.comment)
  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => RequestStateEnum, {
    description: "OBSOLETE: it was pending when the issue was closed or went to another unit.",
  })
  state!: string;

  @Field(() => User, { nullable: true })
  decidedBy!: User | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Guarded(REQUEST_FIELDS.reason)
  @Field(() => String, { nullable: true, description: "Why it was refused." })
  reason!: string | null;

  @Field(() => Boolean, { description: "Whether the viewer may accept or refuse it now." })
  canDecide!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer may withdraw it now." })
  canWithdraw!: boolean;
}
