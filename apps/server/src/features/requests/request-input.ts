import { fieldsOfEdit, type WantedEdit } from "@stafeta/domain/issues/merge-edit";
import type { RequestedAct } from "@stafeta/domain/requests/requested-act";
import { badInput } from "@stafeta/domain/shared/decision";
import type { StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import { enforce, refusedBy } from "../../platform/graphql/refused.js";
import { cleanEdit } from "../issues/issue-input.js";
import type { IssueAct } from "./request-inputs.types.js";

/** Sets in order, so that the same wish is the same act, however it was written down. */
function editAct(edit: WantedEdit): RequestedAct {
  if (fieldsOfEdit(edit).length === 0) throw refusedBy(badInput("act", "request.oneAct"));
  const { labels, addLabels, removeLabels } = edit;
  return {
    kind: "EDIT",
    edit: {
      ...edit,
      ...(labels && { labels: labels.toSorted() }),
      ...(addLabels && { addLabels: addLabels.toSorted() }),
      ...(removeLabels && { removeLabels: removeLabels.toSorted() }),
    },
  };
}

/** @throws RefusedError BAD_USER_INPUT with the field */
export function cleanAct({ moveTo, edit, assign, handOff, cancel }: IssueAct): RequestedAct {
  const acts: RequestedAct[] = [];
  if (moveTo != null) acts.push({ kind: "MOVE", status: moveTo as StatusId });
  if (edit != null) acts.push(editAct(cleanEdit(edit)));
  if (assign != null) acts.push({ kind: "ASSIGN", assignee: (assign.assignee ?? null) as UserId | null });
  if (handOff != null) {
    const { toUnit, withSubIssues } = handOff;
    acts.push({ kind: "HAND_OFF", toUnit: toUnit as UnitId, withSubIssues: withSubIssues ?? false });
  }
  if (cancel != null) {
    acts.push({ kind: "CANCEL", reason: enforce(cleanRequiredText(cancel.reason, "reason")) });
  }
  const [act] = acts;
  if (!act || acts.length > 1) throw refusedBy(badInput("act", "request.oneAct"));
  return act;
}
