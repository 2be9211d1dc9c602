import { Field, ID, ObjectType } from "type-graphql";
import { Event } from "../../events/event.types.js";
import { Issue } from "../issue.types.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "`issue` is null where the viewer no longer sees it (event kind `GONE`, I9): drop the card `issueId`.",
})
export class BoardEvent {
  @Field(() => Event)
  event!: Event;

  @Field(() => ID)
  issueId!: string;

  @Field(() => Issue, { nullable: true })
  issue!: Issue | null;
}
