import type { Company, Status } from "../org/company.js";
import type { Hats } from "../rights/hats.js";
import type { Viewer } from "../rights/viewer.js";
import { canTake, mayAssign } from "./assign-issue.js";
import { canComment } from "./comment.js";
import { canEdit, writableFields, type EditableField } from "./edit-issue.js";
import { mayHandOff } from "./hand-off.js";
import { isOpen, type IssueFacts } from "./issue-facts.js";
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
}

export function issueCan(company: Company, viewer: Viewer, facts: IssueFacts, hats: Hats): IssueCan {
  const statuses = company.statusesOfUnit.get(facts.unitId) ?? [];
  const moveTo = statuses.filter(
    (status) => status.id !== facts.status.id && canMoveTo(facts, hats, viewer.isBoss, status).allowed,
  );
  const isClosed = !isOpen(facts.status.category);
  const writable = writableFields(hats);
  return {
    edit: canEdit(facts, hats, writable).allowed ? writable : [],
    moveTo,
    comment: canComment(hats, false).allowed,
    assign: mayAssign(facts, hats).allowed,
    take: canTake(facts, hats).allowed,
    handOff: mayHandOff(facts, hats).allowed,
    close: !isClosed && moveTo.some((status) => status.category === "CLOSED"),
    // I3: a reopened issue goes to a status of category IN_PROGRESS.
    reopen: isClosed && moveTo.some((status) => status.category === "IN_PROGRESS"),
  };
}
