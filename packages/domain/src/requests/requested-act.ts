import type { ChangeValue, FieldChange } from "../events/changes.js";
import { EDITABLE_FIELDS, labelsKnown, canEdit } from "../issues/edit-issue.js";
import { canAssign, canTake } from "../issues/assign-issue.js";
import { canEndAs } from "../issues/close-issue.js";
import type { FactsOfCan } from "../issues/issue-can.js";
import type { IssueField } from "../issues/issue-fields.js";
import { fieldsOfEdit, type WantedEdit } from "../issues/merge-edit.js";
import { canMoveTo } from "../issues/workflow.js";
import { canStartHandoff } from "../handoff/start-handoff.js";
import type { Company } from "../org/company.js";
import type { Hats } from "../rights/hats.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, notFound, type Decision } from "../shared/decision.js";
import type { StatusId, UnitId, UserId } from "../shared/ids.js";

export const ACT_KINDS = ["MOVE", "EDIT", "ASSIGN", "HAND_OFF", "CANCEL"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** H6: what somebody asks the heads to do to an issue, as data that is kept and carried out later. */
export type RequestedAct =
  | { readonly kind: "MOVE"; readonly status: StatusId }
  | { readonly kind: "EDIT"; readonly edit: WantedEdit }
  | { readonly kind: "ASSIGN"; readonly assignee: UserId | null }
  | { readonly kind: "HAND_OFF"; readonly toUnit: UnitId; readonly withSubIssues: boolean }
  | { readonly kind: "CANCEL"; readonly reason: string };

/** Who would do it: their hats on the issue, and whether they close (L2). */
export interface Doer {
  readonly userId: UserId | null;
  readonly hats: Hats;
  readonly isBoss: boolean;
}

/** R12: whether somebody may do the act now, by the very functions that decide the attempt. */
export function decideAct(
  company: Company,
  facts: FactsOfCan,
  { userId, hats, isBoss }: Doer,
  act: RequestedAct,
  today: CalendarDate,
): Decision {
  switch (act.kind) {
    case "MOVE": {
      const target = company.statusById.get(act.status);
      return target ? canMoveTo(facts, hats, isBoss, target) : notFound();
    }
    case "EDIT": {
      const may = canEdit(facts, hats, fieldsOfEdit(act.edit));
      return may.allowed ? (labelsKnown(company, facts.unitId, act.edit) ?? may) : may;
    }
    case "ASSIGN": {
      const isTaking = act.assignee !== null && act.assignee === userId && canTake(facts, hats).allowed;
      return isTaking ? allow() : canAssign(company, facts, hats, act.assignee, today);
    }
    case "HAND_OFF": {
      const may = canStartHandoff(company, facts, hats, act.toUnit);
      return may.allowed ? allow() : may;
    }
    case "CANCEL": {
      const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
      const may = canEndAs("CANCELLED", facts, hats, isBoss, statuses);
      return may.allowed ? allow() : may;
    }
  }
}

/** What the act would change, by the fields' names in the schema: one asks for what one may read (H6). */
export function fieldsOfAct(act: RequestedAct): readonly IssueField[] {
  switch (act.kind) {
    case "MOVE":
      return ["status"];
    case "EDIT":
      return fieldsOfEdit(act.edit);
    case "ASSIGN":
      return ["assignee"];
    case "HAND_OFF":
      return ["unit"];
    case "CANCEL":
      return ["resolution"];
  }
}

function wish(field: IssueField, after: ChangeValue): FieldChange {
  return { field, before: null, after };
}

/** Labels that are to go stand as what was before, those that are to come as what will be. */
function wishedLabels({ labels, addLabels, removeLabels }: WantedEdit): FieldChange[] {
  if (!labels && !addLabels && !removeLabels) return [];
  const after = [...new Set([...(labels ?? []), ...(addLabels ?? [])])].toSorted();
  return [{ field: "labels", before: removeLabels ? removeLabels.toSorted() : null, after }];
}

/**
 * The act as the log and the inbox tell it: fields and the values that are wished for, so that each is masked like the field
 * (R10). `before` is empty: what it changes is known when it is done.
 */
export function changesOfAct(act: RequestedAct): FieldChange[] {
  switch (act.kind) {
    case "MOVE":
      return [wish("status", act.status)];
    case "EDIT":
      return EDITABLE_FIELDS.flatMap((field) => {
        if (field === "labels") return wishedLabels(act.edit);
        const value = act.edit[field];
        return value === undefined ? [] : [wish(field, value)];
      });
    case "ASSIGN":
      return [wish("assignee", act.assignee)];
    case "HAND_OFF":
      return [wish("handoffTo", act.toUnit)];
    case "CANCEL":
      return [wish("resolution", "CANCELLED"), wish("reason", act.reason)];
  }
}
