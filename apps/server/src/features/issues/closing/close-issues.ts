import { canClose } from "@stafeta/domain/issues/close-issue";
import type { Status } from "@stafeta/domain/org/company";
import type { IssueId } from "@stafeta/domain/shared/ids";
import { cleanText } from "@stafeta/domain/shared/text";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { changeAll } from "../../../access/change-once.js";
import { writeComment } from "../comments/add-comment.js";
import type { LockedIssue } from "../locked-issue.js";
import { decideAll, idsOnce, lockAll, type Decided } from "./all-or-nothing.js";
import { unfinishedBelow } from "./closing.queries.js";
import { saveStatus } from "./save-status.js";

export interface CloseIssuesArgs {
  readonly ids: readonly string[];
  /** Said on each of them, for whoever reads its comments. */
  readonly comment?: string | null | undefined;
}

/**
 * I1: sub-issues that are closed in the same stroke do not stand in the way of those above them.
 *
 * @returns the issues with only the others counted
 */
async function withoutEachOther(
  tx: ViewerChange,
  issues: ReadonlyMap<IssueId, LockedIssue>,
): Promise<Map<IssueId, LockedIssue>> {
  const parents = [...issues.values()].filter(({ facts }) => facts.unfinishedSubIssues > 0);
  const left = await unfinishedBelow(
    tx,
    parents.map(({ facts }) => facts.id),
    [...issues.keys()],
  );
  const others = (issue: LockedIssue): LockedIssue => {
    const counts = left.get(issue.facts.id) ?? { unfinishedSubIssues: 0, seenUnfinishedSubIssues: 0 };
    return { ...issue, facts: { ...issue.facts, ...counts } };
  };
  return new Map([...issues].map(([id, issue]) => [id, others(issue)]));
}

async function closeOne(
  tx: ViewerChange,
  { issue, value: target }: Decided<Status>,
  comment: string,
): Promise<void> {
  // First, so that the issue's newest event is its closing.
  if (comment !== "") await writeComment(tx, issue, { body: comment, internal: false });
  await saveStatus(tx.change, issue, "ISSUE_CLOSED", { target });
}

/**
 * L2: a boss, or a deputy in a boss's name, closes them all, or none.
 *
 * @returns their ids
 * @throws RefusedError with code and rule; `extensions.issues` lists which stood in the way
 */
export function closeIssues(
  context: RequestContext,
  args: CloseIssuesArgs,
  clientMutationId: string | null | undefined,
): Promise<string[]> {
  const ids = idsOnce(args.ids);
  const comment = enforce(cleanText(args.comment ?? "", "comment"));
  return changeAll(context, { operation: "closeIssues", input: args, clientMutationId }, async (tx) => {
    const { company, viewer } = tx;
    const found = await lockAll(tx, ids);
    const issues = viewer.isBoss ? await withoutEachOther(tx, found) : found;
    const decided = decideAll(ids, issues, ({ facts, hats }) => {
      return canClose(facts, hats, viewer.isBoss, company.statusesOfUnit.get(facts.unitId) ?? []);
    });
    for (const one of decided) await closeOne(tx, one, comment);
    return ids;
  });
}
