import { changesBetween } from "@stafeta/domain/events/changes";
import { concernedByMembership, type Concerned } from "@stafeta/domain/issues/concerned";
import { manages } from "@stafeta/domain/org/heads";
import { canAddMember } from "@stafeta/domain/org/membership";
import { isId, type RoleId, type UnitId, type UserId } from "@stafeta/domain/shared/ids";
import type { Change } from "../../access/change.js";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { insertMembership } from "./membership.queries.js";

export interface AddMemberInput {
  readonly unit: string;
  readonly user: string;
  readonly role: string;
}

/** The row of a new membership and its event. */
export async function join(
  change: Change,
  input: AddMemberInput,
  concernedIds: Concerned = [],
): Promise<string> {
  const { unit, user, role } = input;
  const id = await insertMembership(change, { unitId: unit, userId: user, roleId: role });
  const changes = changesBetween(null, { unit, user, role }, ["unit", "user", "role"]);
  const about = { entity: "membership", entityId: id, unitId: unit, concernedIds };
  change.record({ kind: "MEMBER_ADDED", ...about, changes });
  return id;
}

/** R2: all it takes to give somebody their rights; a repeat answers with the first. @returns the membership's id */
export function addMember(
  context: RequestContext,
  input: AddMemberInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "addMember", input, clientMutationId },
    async ({ change, company, viewer }) => {
      if (![input.unit, input.user, input.role].every(isId)) throw notFound();
      const wish = {
        unitId: input.unit as UnitId,
        userId: input.user as UserId,
        roleId: input.role as RoleId,
      };
      const present = enforce(canAddMember(company, viewer, wish));
      const byAdmin = !manages(company, viewer, wish.unitId);
      const told = concernedByMembership(company, wish.unitId, { byAdmin, leavesIssues: false });
      return present?.id ?? join(change, input, told);
    },
  );
}
