import { changesBetween } from "@stafeta/domain/events/changes";
import { cleanLabelColour } from "@stafeta/domain/org/label-colour";
import { canCreateLabel } from "@stafeta/domain/org/manage-unit";
import { isId, type UnitId } from "@stafeta/domain/shared/ids";
import { cleanTitle } from "@stafeta/domain/shared/text";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { insertLabel } from "./unit.queries.js";

export interface CreateLabelInput {
  readonly unit: string;
  readonly name: string;
  /** One of the ten of UX.md, section 3; null or left out: grey. */
  readonly color?: string | null | undefined;
}

const NAME_MAX = 100;

/** R3: a label is its unit's own. @returns the new label's id */
export function createLabel(
  context: RequestContext,
  input: CreateLabelInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "createLabel", input, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(input.unit)) throw notFound();
      const unitId = input.unit as UnitId;
      const cleaned = cleanTitle(input.name, "name", NAME_MAX);
      // The right is asked before the form of the name, which tells nothing to who may not.
      enforce(canCreateLabel(company, viewer, unitId, cleaned.allowed ? cleaned.value : input.name));
      const name = enforce(cleaned);
      const color = enforce(cleanLabelColour(input.color ?? null));
      const id = await insertLabel(change, { unitId, name, color });
      const changes = changesBetween(null, { name, color }, ["name", "color"]);
      change.record({ kind: "LABEL_CREATED", entity: "label", entityId: id, unitId, changes });
      return id;
    },
  );
}
