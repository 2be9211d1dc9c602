import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, JsonScalar } from "../../platform/graphql/scalars.js";
import { Event } from "../events/event.types.js";
import { Issue } from "../issues/issue.types.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "Told to whom the event concerns, while they see what it is about (B4, R10): what goes out of sight takes its notices along.",
})
export class Notice {
  @Field(() => ID, { description: "That of the event: one event tells one person once." })
  id!: string;

  @Field(() => DateTimeScalar)
  at!: string;

  @Field(() => String, { description: "In the reader's language. No value of a record is in it." })
  text!: string;

  @Field(() => JsonScalar, { description: "The same for screens: `{key, params}`, as in errors." })
  message!: unknown;

  @Field(() => Event, { nullable: true })
  event!: Event | null;

  @Field(() => Issue, { nullable: true })
  issue!: Issue | null;

  @Field(() => Boolean)
  read!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class InboxEvent {
  @Field(() => Notice)
  notice!: Notice;

  @Field(() => Int, { description: "How many notices are unread, this one and older ones." })
  unread!: number;
}
