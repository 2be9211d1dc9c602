import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { notFound } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { eventById } from "../events/event.fetch.js";
import { Event } from "../events/event.types.js";
import { undo } from "./undo.js";

/** What undo adds to an event: fetched with it (`undoable.ts`), here only picked. */
@Resolver(() => Event)
export class EventUndoResolver {
  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer made it, sees all that the same action changed, and could take the whole action back: its kinds allow it, and nothing later builds on it (I6). Whether they still hold the rights is asked by `undo` alone.",
  })
  undoable(@Root() event: { readonly undoable?: boolean }): boolean {
    return event.undoable === true;
  }
}

@Resolver()
export class UndoResolver {
  @Allowed("STAFF")
  @Mutation(() => Event, {
    description:
      "Takes back the whole action of which the event is a part, or nothing (I6). Answers with the event that tells of it, which can be undone too.",
  })
  async undo(
    @Arg("event", () => ID) event: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: string | null | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const id = await undo(context, { event }, clientMutationId);
    const selection = selectionOfInfo(info);
    const told = await context.read((scope) => eventById(scope, id, selection, info.variableValues));
    if (!told) throw notFound();
    return told;
  }
}
