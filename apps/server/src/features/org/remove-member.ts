import { canRemoveMember } from "@stafeta/domain/org/membership";
import { changeAs } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { endMembership } from "./membership.queries.js";

/** R2: its rights end on the very next request. @returns the id of the unit that it was in */
export function removeMember(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeAs(context, { clientMutationId }, ({ change, company, viewer }) => {
    const request = { userId: viewer.userId, clientMutationId, operation: "removeMember", input: { id } };
    return repeatable(change, request, async () => {
      const membership = company.memberships.find((known) => known.id === id);
      if (!membership) throw notFound();
      enforce(canRemoveMember(company, viewer, membership));
      await endMembership(change, membership.id);
      const { unitId, userId, roleId } = membership;
      change.record({
        kind: "MEMBER_REMOVED",
        entity: "membership",
        entityId: membership.id,
        unitId,
        changes: [
          { field: "unit", before: unitId, after: null },
          { field: "user", before: userId, after: null },
          { field: "role", before: roleId, after: null },
        ],
      });
      return unitId;
    });
  });
}
