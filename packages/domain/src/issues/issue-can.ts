import type { Company, Status } from "../org/company.js";
import type { Hats } from "../rights/hats.js";
import type { Viewer } from "../rights/viewer.js";
import { canTake, mayAssign } from "./assign-issue.js";
import { canArchive, canClose, canEndAs, canReopen, canReturn } from "./close-issue.js";
import { canComment } from "./comment.js";
import { canEdit, writableFields, type EditableField } from "./edit-issue.js";
import { mayHandOff } from "./hand-off.js";
import type { IssueFacts } from "./issue-facts.js";
import type { Resolution } from "./issue-kinds.js";
import { canRelate } from "./relations.js";
import { canMoveTo } from "./workflow.js";

/** What a viewer may do with an issue, by the very functions that decide the attempt (R12). */
export interface IssueCan {
  readonly edit: readonly EditableField[];
  /** The statuses to which it may be moved, by position; the present one is none. */
  readonly moveTo: readonly Status[];
  readonly comment: boolean;
  readonly assign: boolean;
  readonly take: boolean;
  /** H1: to some other unit. */
  readonly handOff: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  /** Back into work after it was resolved, with a reason. */
  readonly return: boolean;
  readonly cancel: boolean;
  readonly merge: boolean;
  readonly archive: boolean;
  readonly relate: boolean;
}

export interface FactsOfCan extends IssueFacts {
  readonly resolution: Resolution | null;
}

export function issueCan(company: Company, viewer: Viewer, facts: FactsOfCan, hats: Hats): IssueCan {
  const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
  const { isBoss } = viewer;
  const moveTo = statuses.filter(
    (status) => status.id !== facts.status.id && canMoveTo(facts, hats, isBoss, status).allowed,
  );
  const writable = writableFields(hats);
  return {
    edit: canEdit(facts, hats, writable).allowed ? writable : [],
    moveTo,
    comment: canComment(hats, false).allowed,
    assign: mayAssign(facts, hats).allowed,
    take: canTake(facts, hats).allowed,
    handOff: mayHandOff(facts, hats).allowed,
    close: canClose(facts, hats, isBoss, statuses).allowed,
    reopen: canReopen(facts, hats, isBoss, statuses).allowed,
    return: canReturn(facts, hats, isBoss, statuses).allowed,
    cancel: canEndAs("CANCELLED", facts, hats, isBoss, statuses).allowed,
    merge: canEndAs("DUPLICATE", facts, hats, isBoss, statuses).allowed,
    archive: canArchive(facts, isBoss).allowed,
    relate: canRelate(facts, hats, { archived: false }).allowed,
  };
}
