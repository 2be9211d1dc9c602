import { canRemoveMember } from "@stafeta/domain/org/membership";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { endMembership } from "./membership.queries.js";

/** R2: its rights end on the very next request. @returns the id of the unit that it was in */
export function removeMember(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "removeMember", input: { id }, clientMutationId },
    async ({ change, company, viewer }) => {
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
    },
  );
}
