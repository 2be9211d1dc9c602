import { changesBetween } from "@stafeta/domain/events/changes";
import type { HandoffPolicy } from "@stafeta/domain/org/company";
import { canSetCompany, canSetHandoff } from "@stafeta/domain/org/handoff-settings";
import { isId, type UnitId } from "@stafeta/domain/shared/ids";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { updateCompanyPolicy, updateUnitHandoff } from "./unit.queries.js";

export interface UnitHandoffInput {
  readonly unit: string;
  /** Null or left out: as the company says. */
  readonly policy?: HandoffPolicy | null | undefined;
  /** Null or left out: as it is. */
  readonly stepLimitDays?: number | null | undefined;
}

const FIELDS = ["handoffPolicy", "stepLimitDays"] as const;

/** H1, H6: how what leaves the unit travels, and how many working days a hand-off may wait there. @returns the unit's id */
export function setUnitHandoff(
  context: RequestContext,
  input: UnitHandoffInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "setUnitHandoff", input, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(input.unit)) throw notFound();
      const unit = enforce(canSetHandoff(company, viewer, input.unit as UnitId, input.stepLimitDays ?? null));
      const before = { handoffPolicy: unit.handoffPolicy ?? null, stepLimitDays: unit.stepLimitDays };
      const after = {
        handoffPolicy: input.policy ?? null,
        stepLimitDays: input.stepLimitDays ?? unit.stepLimitDays,
      };
      const changes = changesBetween(before, after, FIELDS);
      if (changes.length === 0) return unit.id;
      await updateUnitHandoff(change, unit.id, after.handoffPolicy, after.stepLimitDays ?? null);
      const about = { entity: "unit", entityId: unit.id, unitId: unit.id };
      change.record({ kind: "UNIT_HANDOFF_SET", ...about, changes });
      return unit.id;
    },
  );
}

/** H1: the policy of the company. @returns the root's id */
export function setHandoffPolicy(
  context: RequestContext,
  policy: HandoffPolicy,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "setHandoffPolicy", input: { policy }, clientMutationId },
    async ({ change, company, viewer }) => {
      enforce(canSetCompany(viewer));
      const before = { handoffPolicy: company.handoffPolicy ?? "HEADS" };
      const changes = changesBetween(before, { handoffPolicy: policy }, ["handoffPolicy"]);
      if (changes.length === 0) return company.root.id;
      await updateCompanyPolicy(change, policy);
      change.record({ kind: "COMPANY_HANDOFF_SET", entity: "company", entityId: "1", changes });
      return company.root.id;
    },
  );
}
