import {
  canRelate,
  relationOf,
  type RelationFacts,
  type RelationType,
} from "@stafeta/domain/issues/relations";
import { hasHat } from "@stafeta/domain/rights/hats";
import { refuse } from "@stafeta/domain/shared/decision";
import { isId, type IssueId, type RelationId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce, notFound, refusedBy } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { issueIdOf } from "../issue-input.js";
import { lockIssues, type LockedIssue } from "../locked-issue.js";
import { saveIssue } from "../save-issue.js";
import { endRelation, relationById } from "./relation.queries.js";
import { relationChanges, writeRelation, type RelationChanges } from "./write-relation.js";

export interface RelateIssuesArgs {
  readonly from: string;
  readonly to: string;
  /** As it reads from `from`. */
  readonly type: RelationType;
  readonly delayDays?: number | null | undefined;
}

/** @throws RefusedError NOT_FOUND unless the viewer sees both */
export async function lockBoth(
  tx: ViewerChange,
  one: IssueId,
  other: IssueId,
): Promise<readonly [LockedIssue, LockedIssue]> {
  const found = await lockIssues(tx, [one, other]);
  const [first, second] = [found.get(one), found.get(other)];
  if (!first || !second) throw notFound();
  return [first, second];
}

/** L4: an event of each of them. */
export async function saveRelated(
  { change }: ViewerChange,
  issues: readonly LockedIssue[],
  changes: RelationChanges,
): Promise<void> {
  for (const issue of issues) {
    const also = changes.get(issue.facts.id) ?? [];
    await saveIssue(change, issue, "ISSUE_RELATED", { before: {}, after: {}, also });
  }
}

/**
 * I2: with the MANAGER hat at `from` and sight of `to`.
 *
 * @returns the id of `from`
 * @throws RefusedError with code and rule; BAD_USER_INPUT for a circle
 */
export function relateIssues(
  context: RequestContext,
  args: RelateIssuesArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const [fromId, toId] = [issueIdOf(args.from), issueIdOf(args.to)];
  return changeOnce(context, { operation: "relateIssues", input: args, clientMutationId }, async (tx) => {
    const [from, to] = await lockBoth(tx, fromId, toId);
    const may = canRelate(from.facts, from.hats, to.facts);
    if (!may.allowed && may.code === "FORBIDDEN") throw refusedBy(may);
    const relation = enforce(relationOf(fromId, toId, args.type, args.delayDays ?? null));
    enforce(may);
    await saveRelated(tx, [to, from], await writeRelation(tx.change, relation));
    return fromId;
  });
}

/** L5: what is merged into another issue says so as long as it ends as its duplicate. */
export function checkMerge(from: LockedIssue, { kind }: RelationFacts): void {
  if (kind !== "DUPLICATES" || from.resolution !== "DUPLICATE") return;
  throw refusedBy(refuse("CONFLICT", "L5", "relation.ofMerge"));
}

/**
 * I2: with the MANAGER hat at either end and sight of both, for it shows from both sides. It ends, and is kept.
 *
 * @returns the id of the issue from whose side it was ended
 * @throws RefusedError with code and rule
 */
export function unrelateIssues(
  context: RequestContext,
  args: { readonly relation: string },
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(context, { operation: "unrelateIssues", input: args, clientMutationId }, async (tx) => {
    const id = args.relation as RelationId;
    const relation = isId(id) ? await relationById(tx.change, id) : null;
    if (!relation) throw notFound();
    const both = await lockBoth(tx, relation.fromId, relation.toId);
    const [from, to] = both;
    const writer = both.find(({ hats }) => hasHat(hats, "MANAGER")) ?? from;
    enforce(canRelate(writer.facts, writer.hats, (writer === from ? to : from).facts));
    checkMerge(from, relation);
    const { change } = tx;
    await saveRelated(
      tx,
      [to, from],
      await relationChanges(change, [relation.fromId, relation.toId], () =>
        endRelation(change, id, change.now),
      ),
    );
    return writer.facts.id;
  });
}
