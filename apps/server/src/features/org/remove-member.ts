import { canBeAssigned } from "@stafeta/domain/issues/assign-issue";
import { concernedByMembership } from "@stafeta/domain/issues/concerned";
import { companyOf, type Company, type Membership } from "@stafeta/domain/org/company";
import { manages } from "@stafeta/domain/org/heads";
import { unitsUnder } from "@stafeta/domain/org/tree";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import { canRemoveMember } from "@stafeta/domain/org/membership";
import type { Change } from "../../access/change.js";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { endMembership, holdsUnfinished } from "./membership.queries.js";

function withoutMembership(company: Company, id: string): Company {
  return companyOf({ ...company, memberships: company.memberships.filter((known) => known.id !== id) });
}

/** "Who can hold" (section 2): whether what they hold stays in their name though they can hold it no more. */
async function leavesIssuesBehind(
  change: Change,
  after: Company,
  { unitId, userId }: Membership,
): Promise<boolean> {
  const today = dayIn(after.timeZone, new Date(change.now));
  const units = unitsUnder(after, unitId).filter(({ id }) => !canBeAssigned(after, userId, id, today));
  return holdsUnfinished(
    change,
    userId,
    units.map(({ id }) => id),
  );
}

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
      const after = withoutMembership(company, membership.id);
      const byAdmin = !manages(company, viewer, unitId);
      const leavesIssues = await leavesIssuesBehind(change, after, membership);
      change.record({
        kind: "MEMBER_REMOVED",
        entity: "membership",
        entityId: membership.id,
        unitId,
        concernedIds: concernedByMembership(after, unitId, { byAdmin, leavesIssues }),
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
