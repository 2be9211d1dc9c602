import { isId } from "@stafeta/domain/shared/ids";
import { changeAs } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { notFound } from "../../platform/graphql/refused.js";
import { endSessionOf, endSessionsOf } from "./session.queries.js";

/**
 * Section 10: ends one session of the viewer; its sockets are closed (R2, LIV-01). Sessions are no records: no event (L4).
 *
 * @throws RefusedError NOT_FOUND for a session of another, an ended one, or none
 */
export async function endSession(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<void> {
  const { via } = await context.requireIdentity();
  await changeAs(context, { clientMutationId }, ({ change, viewer: { userId } }) => {
    const request = { userId, clientMutationId, operation: "endSession", input: { id } };
    return repeatable(change, request, async () => {
      if (!isId(id) || !(await endSessionOf(change, userId, id))) throw notFound();
      return id;
    });
  });
  if (via.kind === "SESSION" && via.id === id) context.become(null);
}

/** Section 10: ends every session of the viewer, this one too. @returns how many */
export async function signOutEverywhere(
  context: RequestContext,
  clientMutationId: string | null | undefined,
): Promise<number> {
  const { via } = await context.requireIdentity();
  const ended = await changeAs(context, { clientMutationId }, ({ change, viewer: { userId } }) => {
    const request = { userId, clientMutationId, operation: "signOutEverywhere", input: {} };
    return repeatable(change, request, async () => String(await endSessionsOf(change, userId)));
  });
  if (via.kind === "SESSION") context.become(null);
  return Number(ended);
}
