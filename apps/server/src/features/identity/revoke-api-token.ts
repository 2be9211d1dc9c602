import { isId } from "@stafeta/domain/shared/ids";
import { changeAs } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { notFound } from "../../platform/graphql/refused.js";
import { revokeApiTokenOf } from "./api-token.queries.js";

/**
 * Section 10: refused at its next request (LIV-14).
 *
 * @throws RefusedError NOT_FOUND for a token of another, a revoked one, or none
 */
export async function revokeApiToken(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<void> {
  await changeAs(context, { clientMutationId }, ({ change, viewer: { userId } }) => {
    const request = { userId, clientMutationId, operation: "revokeApiToken", input: { id } };
    return repeatable(change, request, async () => {
      if (!isId(id) || !(await revokeApiTokenOf(change, userId, id))) throw notFound();
      const changes = [{ field: "revoked", before: false, after: true }];
      change.record({ kind: "TOKEN_REVOKED", entity: "apiToken", entityId: id, changes });
      return id;
    });
  });
}
