import { Field, ID, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../../platform/graphql/page.types.js";
import { DateTimeScalar, JsonScalar } from "../../platform/graphql/scalars.js";
import { User } from "../org/org.types.js";

/** One changed field; an id stays an id, a set is a list of ids. */
@ObjectType({ simpleResolvers: true })
export class Change {
  @Field(() => String)
  field!: string;

  @Field(() => JsonScalar, { nullable: true })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true })
  after!: unknown;
}

@ObjectType({ simpleResolvers: true })
export class Event {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => User, { nullable: true })
  actor!: User | null;

  @Field(() => User, { nullable: true, description: "The boss in whose name a deputy acted." })
  onBehalfOf!: User | null;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  entity!: string;

  @Field(() => ID)
  entityId!: string;

  @Field(() => ID, { description: "Shared by all that one action changed: what `undo` takes back." })
  operation!: string;

  @Field(() => String, { nullable: true })
  clientMutationId!: string | null;

  @Field(() => [Change])
  changes!: Change[];

  @Field(() => ID, { nullable: true, description: "The event of the same record that it took back (I6)." })
  undoes!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class EventEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Event)
  node!: Event;
}

@ObjectType({ simpleResolvers: true })
export class EventConnection {
  @Field(() => [Event])
  nodes!: Event[];

  @Field(() => [EventEdge])
  edges!: EventEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}
