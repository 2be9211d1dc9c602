import { changesBetween } from "@stafeta/domain/events/changes";
import type { UnitKind } from "@stafeta/domain/org/company";
import { canCreateUnit } from "@stafeta/domain/org/manage-unit";
import { isId, type UnitId } from "@stafeta/domain/shared/ids";
import { cleanTitle } from "@stafeta/domain/shared/text";
import type { Change } from "../../access/change.js";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { insertUnit, type NewUnit } from "./unit.queries.js";

export interface CreateUnitInput {
  readonly parent: string;
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
}

const NAME_MAX = 200;

export function cleanUnitName(name: string, field = "name"): string {
  return enforce(cleanTitle(name, field, NAME_MAX));
}

/** The rows of a new unit and their event. */
export async function addUnit(change: Change, unit: NewUnit): Promise<string> {
  const id = await insertUnit(change, unit);
  const { key, name, kind, parentId } = unit;
  const changes = changesBetween(null, { key, name, kind, parent: parentId }, [
    "key",
    "name",
    "kind",
    "parent",
  ]);
  change.record({ kind: "UNIT_CREATED", entity: "unit", entityId: id, unitId: id, changes });
  return id;
}

/** R1, R2. @returns the new unit's id */
export function createUnit(
  context: RequestContext,
  input: CreateUnitInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "createUnit", input, clientMutationId },
    async ({ change, company, viewer }) => {
      const { parent, key, kind } = input;
      if (!isId(parent)) throw notFound();
      enforce(canCreateUnit(company, viewer, parent as UnitId, key, kind));
      return addUnit(change, { key, kind, name: cleanUnitName(input.name), parentId: parent });
    },
  );
}
