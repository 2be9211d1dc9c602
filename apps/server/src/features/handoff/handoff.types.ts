import { HANDOFF_FIELDS, HANDOFF_STEP_FIELDS } from "@stafeta/domain/handoff/handoff-fields";
import { HANDOFF_STATES } from "@stafeta/domain/handoff/handoff";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { Guarded } from "../../platform/graphql/guarded.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import { Issue } from "../issues/issue.types.js";
import { Unit, User } from "../org/org.types.js";

export const HandoffStateEnum = graphqlEnum("HandoffState", HANDOFF_STATES);

@ObjectType({ simpleResolvers: true })
export class Handoff {
  @Field(() => ID)
  id!: string;

  @Field(() => Issue)
  issue!: Issue;

  @Field(() => Unit)
  from!: Unit;

  @Field(() => Unit)
  to!: Unit;

  @Field(() => HandoffStateEnum)
  state!: string;

  @Field(() => User)
  startedBy!: User;

  @Field(() => DateTimeScalar)
  startedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: string | null;

  @Guarded(HANDOFF_FIELDS.comment)
  @Field(() => String, { nullable: true })
  comment!: string | null;

  @Field(() => Boolean, { description: "Whether sub-issues of the same unit travel along (H4)." })
  withSubIssues!: boolean;

  @Field(() => [HandoffStep], {
    description: "In the order of their turns; none where it travelled along (H4).",
  })
  steps!: HandoffStep[];

  @Field(() => Boolean, { description: "Whether the viewer may withdraw it now (H2)." })
  canWithdraw!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class HandoffStep {
  @Field(() => ID)
  id!: string;

  @Field(() => Handoff)
  handoff!: Handoff;

  @Field(() => Boolean, { description: "Whether it is this step's turn." })
  current!: boolean;

  @Field(() => Unit)
  unit!: Unit;

  @Field(() => HandoffStateEnum)
  state!: string;

  @Field(() => User, { nullable: true })
  actedBy!: User | null;

  @Field(() => DateTimeScalar, { nullable: true })
  actedAt!: string | null;

  @Guarded(HANDOFF_STEP_FIELDS.reason)
  @Field(() => String, { nullable: true, description: "Why it was refused." })
  reason!: string | null;

  @Guarded(HANDOFF_STEP_FIELDS.comment)
  @Field(() => String, { nullable: true, description: "What was said when it was accepted." })
  comment!: string | null;

  @Field(() => Int, { nullable: true, description: "Since its turn came, up to its answer or to now (H5)." })
  waitedMinutes!: number | null;

  @Field(() => Boolean, { description: "Whether the viewer may act on it now (H2)." })
  canAct!: boolean;
}

/** The way a hand-off would take (H1). */
@ObjectType({ simpleResolvers: true, description: "The way a hand-off would take (H1)." })
export class RouteStep {
  @Field(() => Unit)
  unit!: Unit;

  @Field(() => [User])
  heads!: User[];

  @Field(() => Boolean, {
    description: "Whether it is accepted at once, in the viewer's name, when its turn comes (H1).",
  })
  yours!: boolean;
}
