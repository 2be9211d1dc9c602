import { canArchiveUnit } from "@stafeta/domain/org/manage-unit";
import { isId, type UnitId } from "@stafeta/domain/shared/ids";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { unitRemains, writeArchived } from "./unit.queries.js";

/**
 * R1: never deleted. It keeps its issues, its members and its keys, and takes nothing new.
 *
 * @returns its id
 * @throws RefusedError with code and rule; CONFLICT with what is left to do in it
 */
export function archiveUnit(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "archiveUnit", input: { id }, clientMutationId },
    async ({ change, company, viewer }) => {
      const remains = isId(id) ? await unitRemains(change, id) : { unfinishedIssues: 0, pendingHandoffs: 0 };
      const unit = enforce(canArchiveUnit(company, viewer, id as UnitId, remains));
      await writeArchived(change, unit.id);
      change.record({
        kind: "UNIT_ARCHIVED",
        entity: "unit",
        entityId: unit.id,
        unitId: unit.id,
        changes: [{ field: "archived", before: false, after: true }],
      });
      return unit.id;
    },
  );
}
