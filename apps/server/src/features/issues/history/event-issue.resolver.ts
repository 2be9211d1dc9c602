import { FieldResolver, Resolver, Root } from "type-graphql";
import { Event } from "../../events/event.types.js";
import { Issue } from "../issue.types.js";

/** What issues add to an event: fetched with it (`issue-of-event.ts`), here only picked. */
@Resolver(() => Event)
export class EventIssueResolver {
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Root() event: { readonly issue?: object | null }): object | null {
    return event.issue ?? null;
  }
}
