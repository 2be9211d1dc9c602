import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { Concerned } from "@stafeta/domain/issues/concerned";
import type { Resolution } from "@stafeta/domain/issues/issue-kinds";
import type { Status } from "@stafeta/domain/org/company";
import type { Change } from "../../../access/change.js";
import type { LockedIssue } from "../locked-issue.js";
import { saveIssue } from "../save-issue.js";
import { endOf } from "./end-of.js";

export interface StatusChange {
  readonly target: Status;
  /** Left out: as it had ended already, else DONE. */
  readonly resolution?: Resolution;
  readonly also?: readonly FieldChange[];
  /** B4: whom it concerns. */
  readonly concerned?: Concerned;
}

/** I8: why something was done is a part of what happened. */
export function reasonChange(reason: string): FieldChange {
  return { field: "reason", before: null, after: reason };
}

/** L4, I3: another status, with what follows from it; the place in the one order stays. */
export async function saveStatus(
  change: Change,
  issue: LockedIssue,
  kind: EventKind,
  { target, resolution, also = [], concerned = [] }: StatusChange,
): Promise<void> {
  const { status, closedAt } = issue;
  await saveIssue(change, issue, kind, {
    before: { status: status.id, resolution: issue.resolution, closedAt },
    after: { status: target.id, ...endOf(change, issue, target, resolution) },
    also,
    concerned,
  });
}
