import { canDeactivate } from "@stafeta/domain/org/people";
import { isId, type UserId } from "@stafeta/domain/shared/ids";
import { changeAs, type ViewerChange } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { revokeApiTokensOf } from "./api-token.queries.js";
import { closeInvitations } from "./invitation.queries.js";
import { endSessionsOf } from "./session.queries.js";
import { deactivate } from "./user.queries.js";

async function leave({ change }: ViewerChange, userId: UserId): Promise<void> {
  // First: a login at the same time waits on this row and is refused, or its session is ended below.
  await deactivate(change, userId);
  const invitedUntil = await closeInvitations(change, userId);
  await endSessionsOf(change, userId);
  const tokens = await revokeApiTokensOf(change, userId);
  change.record({
    kind: "USER_DEACTIVATED",
    entity: "user",
    entityId: userId,
    changes: [
      { field: "active", before: true, after: false },
      ...(invitedUntil === null ? [] : [{ field: "invitedUntil", before: invitedUntil, after: null }]),
    ],
  });
  for (const id of tokens) {
    const changes = [{ field: "revoked", before: false, after: true }];
    change.record({ kind: "TOKEN_REVOKED", entity: "apiToken", entityId: id, changes });
  }
}

/**
 * R2, LIV-14: their sessions, tokens and links end with them; memberships and issues stay in their name and count for
 * nothing. Once more changes nothing.
 *
 * @throws RefusedError CONFLICT R2 for the last active boss
 */
export function deactivateUser(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeAs(context, { clientMutationId }, (tx) => {
    const { change, company, viewer } = tx;
    const request = { userId: viewer.userId, clientMutationId, operation: "deactivateUser", input: { id } };
    return repeatable(change, request, async () => {
      if (!isId(id)) throw notFound();
      const userId = id as UserId;
      enforce(canDeactivate(company, viewer, userId));
      if (company.personById.get(userId)?.active) await leave(tx, userId);
      return id;
    });
  });
}
