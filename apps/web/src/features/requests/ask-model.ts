import { mayAssign } from "@stafeta/domain/issues/assign-issue";
import { canEndAs } from "@stafeta/domain/issues/close-issue";
import { canEdit } from "@stafeta/domain/issues/edit-issue";
import { mayHandOff } from "@stafeta/domain/issues/hand-off";
import type { IssueFacts } from "@stafeta/domain/issues/issue-facts";
import { canMoveTo } from "@stafeta/domain/issues/workflow";
import type { Status } from "@stafeta/domain/org/company";
import { isLiftedByHead } from "@stafeta/domain/requests/can-be-asked";
import { hatsFrom, type Hats } from "@stafeta/domain/rights/hats";
import { hatsOn, type Viewer } from "@stafeta/domain/rights/viewer";
import type { Decision, Refusal } from "@stafeta/domain/shared/decision";
import type { IssueId, StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { IssueUnit } from "../issues/issue-context";
import type { Issue } from "../issues/issue-model";

/** The edits that are asked for field by field, in the order of the page. */
export const ASKED_FIELDS = [
  "title",
  "description",
  "type",
  "priority",
  "dueDate",
  "startDate",
  "estimate",
  "value",
  "labels",
] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

/** H6: what can be asked for from the screen. */
export type AskKind = AskedField | "status" | "assignee" | "handOff" | "cancel";

export type AskStatus = IssueUnit["statuses"][number];

/** As much of an issue as asking looks at; a card on the board knows less than its page. */
export type AskSubject = Pick<Issue, "id" | "key" | "unit"> & Partial<Issue>;

const HEAD = hatsFrom(["MANAGER"]);

/** What the page does not know is taken as no hindrance: the server decides. */
function factsFrom(issue: Issue): IssueFacts & { readonly resolution: Issue["resolution"] } {
  const unitId = issue.unit.id as UnitId;
  return {
    id: issue.id as IssueId,
    unitId,
    assigneeId: (issue.assignee?.id ?? null) as UserId | null,
    authorId: (issue.author?.id ?? "") as UserId,
    followed: true,
    stepUnitId: null,
    inTransit: issue.inTransit,
    status: { id: issue.status.id as StatusId, unitId, category: issue.status.category },
    archived: issue.archived,
    unitArchived: false,
    unfinishedSubIssues: 0,
    revision: issue.revision,
    resolution: issue.resolution,
  };
}

function statusesOf(issue: Issue, statuses: readonly AskStatus[]): Status[] {
  const unitId = issue.unit.id as UnitId;
  return statuses.map((status) => ({ ...status, id: status.id as StatusId, unitId }));
}

/** The statuses that a head could move it to and the viewer could not. */
export function askableStatuses(
  issue: Issue,
  statuses: readonly AskStatus[],
  viewer: Viewer,
): readonly AskStatus[] {
  const facts = factsFrom(issue);
  const hats = hatsOn(viewer, facts);
  const all = statusesOf(issue, statuses);
  return statuses.filter((status) => {
    const target = all.find(({ id }) => id === status.id);
    if (!target || status.id === issue.status.id) return false;
    return isLiftedByHead(
      canMoveTo(facts, hats, viewer.isBoss, target),
      canMoveTo(facts, HEAD, false, target),
    );
  });
}

/** What can be asked for, with what stands in the viewer's own way. */
export type Askable = ReadonlyMap<AskKind, Refusal>;

/**
 * H6, R12: what the viewer may not do to the issue and a head may, by the functions of the rules; nothing that is hidden from
 * the viewer.
 */
export function askableKinds(
  issue: Issue,
  statuses: readonly AskStatus[],
  viewer: Viewer,
  isHidden: (field: string) => boolean,
): Askable {
  const facts = factsFrom(issue);
  const hats = hatsOn(viewer, facts);
  const found = new Map<AskKind, Refusal>();
  const look = (kind: AskKind, decide: (hats: Hats, isBoss: boolean) => Decision<unknown>) => {
    const own = decide(hats, viewer.isBoss);
    if (!own.allowed && isLiftedByHead(own, decide(HEAD, false))) found.set(kind, own);
  };
  const all = statusesOf(issue, statuses);
  for (const field of ASKED_FIELDS)
    if (!isHidden(field)) look(field, (worn) => canEdit(facts, worn, [field]));
  const askable = askableStatuses(issue, statuses, viewer)[0];
  const target = all.find(({ id }) => id === askable?.id);
  if (target) look("status", (worn, isBoss) => canMoveTo(facts, worn, isBoss, target));
  look("assignee", (worn) => mayAssign(facts, worn));
  look("handOff", (worn) => mayHandOff(facts, worn));
  look("cancel", (worn, isBoss) => canEndAs("CANCELLED", facts, worn, isBoss, all));
  return found;
}
