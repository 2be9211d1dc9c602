import { canMoveUnit } from "@stafeta/domain/org/manage-unit";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { writeParent } from "./unit.queries.js";

export interface MoveUnitArgs {
  readonly id: string;
  readonly parent: string;
}

/**
 * R1: the unit with all below it goes below another one. Rights follow the tree on the very next request, and streams end with
 * the last right (R2).
 *
 * @returns its id
 */
export function moveUnit(
  context: RequestContext,
  args: MoveUnitArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "moveUnit", input: args, clientMutationId },
    async ({ change, company, viewer }) => {
      // The company is as of this transaction, which holds the one lock of all changes: no second move comes in between.
      const unit = enforce(canMoveUnit(company, viewer, args.id as UnitId, args.parent as UnitId));
      if (unit.parentId === args.parent) return unit.id;
      await writeParent(change, unit.id, args.parent);
      change.record({
        kind: "UNIT_MOVED",
        entity: "unit",
        entityId: unit.id,
        unitId: unit.id,
        changes: [{ field: "parent", before: unit.parentId, after: args.parent }],
      });
      return unit.id;
    },
  );
}
