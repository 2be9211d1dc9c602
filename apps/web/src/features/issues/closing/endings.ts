import { canArchive, canClose, canEndAs, canReopen, canReturn } from "@stafeta/domain/issues/close-issue";
import { isDone, type IssueFacts } from "@stafeta/domain/issues/issue-facts";
import type { Status } from "@stafeta/domain/org/company";
import { hatsOn, type Viewer } from "@stafeta/domain/rights/viewer";
import type { Decision } from "@stafeta/domain/shared/decision";
import type { IssueId, StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { wordsOf } from "../../../lib/refusals";
import type { UnitNode } from "../../org/units";
import type { Issue } from "../issue-model";

/** How work ends and comes back (L2, L5). */
export const ENDINGS = ["close", "return", "reopen", "cancel", "merge", "archive"] as const;
export type Ending = (typeof ENDINGS)[number];

/** What the page knows of an issue; what it does not know is taken as no hindrance, and the server decides. */
function factsOf(issue: Issue, unit: UnitNode | undefined): IssueFacts {
  const unfinished = (issue.subIssues?.nodes ?? []).filter(({ status }) => !isDone(status.category)).length;
  const unitId = issue.unit.id as UnitId;
  return {
    id: issue.id as IssueId,
    unitId,
    assigneeId: (issue.assignee?.id ?? null) as UserId | null,
    authorId: (issue.author?.id ?? "") as UserId,
    followed: false,
    stepUnitId: null,
    status: { id: issue.status.id as StatusId, unitId, category: issue.status.category },
    archived: issue.archived,
    unitArchived: unit?.archived ?? false,
    inTransit: issue.inTransit,
    unfinishedSubIssues: unfinished,
    // All that stand in the way are seen, or the server's own word tells otherwise.
    seenUnfinishedSubIssues: unfinished,
    revision: issue.revision,
  };
}

function statusesOf(unit: UnitNode | undefined): Status[] {
  return (unit?.statuses ?? []).map((status) => ({
    ...status,
    id: status.id as StatusId,
    unitId: unit?.id as UnitId,
  }));
}

type Decisions = Readonly<Record<Ending, Decision<unknown>>>;

function decide(issue: Issue, viewer: Viewer, unit: UnitNode | undefined): Decisions {
  const facts = { ...factsOf(issue, unit), resolution: issue.resolution };
  const statuses = statusesOf(unit);
  const [hats, { isBoss }] = [hatsOn(viewer, facts), viewer];
  return {
    close: canClose(facts, hats, isBoss, statuses),
    return: canReturn(facts, hats, isBoss, statuses),
    reopen: canReopen(facts, hats, isBoss, statuses),
    cancel: canEndAs("CANCELLED", facts, hats, isBoss, statuses),
    merge: canEndAs("DUPLICATE", facts, hats, isBoss, statuses),
    archive: canArchive(facts, isBoss),
  };
}

/** I1: where the rules as known here see no hindrance, but the server does. */
const UNSEEN: Readonly<Partial<Record<Ending, string>>> = {
  close: "issue.subIssuesUnfinishedUnseen",
  cancel: "issue.subIssuesUnfinishedUnseen",
  merge: "issue.subIssuesUnfinishedUnseen",
};

/**
 * R12: why the viewer cannot end the issue in this way, or bring it back; absent where they can. The server's own word
 * (`can`) decides, for it knows what a page does not; the words are those of the domain's rules.
 */
export function endingDenials(
  issue: Issue,
  viewer: Viewer | null,
  unit: UnitNode | undefined,
): Readonly<Partial<Record<Ending, string>>> {
  const decisions = viewer && decide(issue, viewer, unit);
  const denied = ENDINGS.filter((ending) => !issue.can[ending]);
  return Object.fromEntries(
    denied.map((ending) => {
      const decision = decisions?.[ending];
      if (decision && !decision.allowed) return [ending, wordsOf(decision.message, decision.params)];
      const unseen = decision ? UNSEEN[ending] : undefined;
      return [ending, wordsOf(unseen ?? "issue.transitionNotAllowed")];
    }),
  );
}
