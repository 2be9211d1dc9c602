import { firstOf } from "../issues/workflow.js";
import { isDone } from "../issues/issue-facts.js";
import type { Company, Status, StatusCategory } from "../org/company.js";
import type { IssueId, LabelId, UnitId } from "../shared/ids.js";
import { foldForSearch } from "../shared/text.js";

/**
 * H4: the target's first status of category BACKLOG.
 *
 * @throws Error when the target has none: a unit has at least one of each category (I3), so it is a bug
 */
export function arrivalStatus(company: Company, toUnitId: UnitId): Status {
  const status = firstOf(company.statusesOfUnit.get(toUnitId) ?? [], "BACKLOG");
  if (!status) throw new Error(`unit ${toUnitId} has no status of category BACKLOG`);
  return status;
}

/** H4: of labels that the target knows too, by name, its own; the others are cleared, and the event keeps them. */
export function arrivalLabels(company: Company, labelIds: readonly LabelId[], toUnitId: UnitId): LabelId[] {
  const known = new Map(
    (company.labelsOfUnit.get(toUnitId) ?? []).map((label) => [foldForSearch(label.name), label.id]),
  );
  const kept = labelIds.flatMap((labelId) => {
    const label = company.labelById.get(labelId);
    return (label && known.get(foldForSearch(label.name))) ?? [];
  });
  return [...new Set(kept)].toSorted();
}

/** What decides whether a sub-issue goes along. */
export interface SubIssueFacts {
  readonly id: IssueId;
  readonly unitId: UnitId;
  readonly category: StatusCategory;
  readonly inTransit: boolean;
  readonly archived: boolean;
}

/** H4: if the initiator says so, those of the same unit, unfinished, and not in transit themselves; what is archived stays (L5). */
export function travelsAlong(sub: SubIssueFacts, fromUnitId: UnitId): boolean {
  return sub.unitId === fromUnitId && !isDone(sub.category) && !sub.inTransit && !sub.archived;
}
