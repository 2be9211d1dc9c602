import { BUILT_IN_ROLES, HANDOFF_POLICIES, STATUS_CATEGORIES, UNIT_KINDS } from "@stafeta/domain/org/company";
import { UNIT_FIELDS, USER_FIELDS } from "@stafeta/domain/rights/org-fields";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { Guarded } from "../../platform/graphql/guarded.js";
import { ReachEnum } from "./role.types.js";
import { DateScalar, DateTimeScalar } from "../../platform/graphql/scalars.js";

export const UnitKindEnum = graphqlEnum("UnitKind", UNIT_KINDS);
export const BuiltInRoleEnum = graphqlEnum("BuiltInRole", BUILT_IN_ROLES);
export const HandoffPolicyEnum = graphqlEnum("HandoffPolicy", HANDOFF_POLICIES);
export const StatusCategoryEnum = graphqlEnum("StatusCategory", STATUS_CATEGORIES);

@ObjectType({ simpleResolvers: true })
export class User {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Guarded(USER_FIELDS.email)
  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => Boolean)
  active!: boolean;

  @Field(() => String, { nullable: true })
  avatarUrl!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class Status {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StatusCategoryEnum)
  category!: string;

  @Field(() => Int)
  position!: number;
}

@ObjectType({ simpleResolvers: true })
export class Label {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  color!: string;
}

@ObjectType({ simpleResolvers: true })
export class Role {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  builtIn!: boolean;

  @Field(() => BuiltInRoleEnum, { description: "The built-in role that it is, or was copied from." })
  base!: string;

  @Field(() => ReachEnum, {
    description: "Which issues it gives sight of: those held, the unit's, those below too.",
  })
  reach!: string;

  @Field(() => [String], {
    description: "The fields of an issue that it reads, beside those that all read who see it.",
  })
  readFields!: string[];

  @Field(() => [String])
  writeFields!: string[];

  @Field(() => [String])
  actions!: string[];

  @Field(() => Boolean)
  archived!: boolean;

  @Field(() => Int, { description: "What an edit is based on (I5)." })
  revision!: number;
}

@ObjectType({ simpleResolvers: true })
export class UnitCan {
  @Field(() => Boolean)
  createIssue!: boolean;

  @Field(() => Boolean)
  manage!: boolean;

  @Field(() => Boolean)
  plan!: boolean;

  @Field(() => Boolean)
  seeAll!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class Unit {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  name!: string;

  @Field(() => UnitKindEnum)
  kind!: string;

  @Field(() => Unit, { nullable: true })
  parent!: Unit | null;

  @Field(() => [Unit])
  children!: Unit[];

  @Field(() => Boolean)
  archived!: boolean;

  @Field(() => [User])
  heads!: User[];

  @Field(() => [Membership])
  members!: Membership[];

  @Field(() => [Status])
  statuses!: Status[];

  @Guarded(UNIT_FIELDS.labels)
  @Field(() => [Label], { nullable: true })
  labels!: Label[] | null;

  @Field(() => Int)
  sprintLengthDays!: number;

  @Guarded(UNIT_FIELDS.handoffPolicy)
  @Field(() => HandoffPolicyEnum, {
    nullable: true,
    description: "For what leaves it: its own, or the company's (H1).",
  })
  handoffPolicy!: string | null;

  @Guarded(UNIT_FIELDS.stepLimitDays)
  @Field(() => Int, {
    nullable: true,
    description: "Working days that a hand-off may wait here before its heads are reminded (H6).",
  })
  stepLimitDays!: number | null;

  @Field(() => UnitCan, {
    description: "What the viewer may do here, so that a client can show it before trying.",
  })
  can!: UnitCan;
}

@ObjectType({
  simpleResolvers: true,
  description: "Who acts for a boss between two days of the company, both included.",
})
export class Deputy {
  @Field(() => ID)
  id!: string;

  @Field(() => User)
  user!: User;

  @Field(() => User)
  boss!: User;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => Boolean, { description: "Whether today is one of these days." })
  active!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was ended before its last day." })
  endedAt!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class Membership {
  @Field(() => ID)
  id!: string;

  @Field(() => Unit)
  unit!: Unit;

  @Field(() => User)
  user!: User;

  @Field(() => Role)
  role!: Role;
}
