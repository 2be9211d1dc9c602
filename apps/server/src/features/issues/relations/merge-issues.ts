import { canEndAs } from "@stafeta/domain/issues/close-issue";
import { relationOf } from "@stafeta/domain/issues/relations";
import { refuse } from "@stafeta/domain/shared/decision";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce, refusedBy } from "../../../platform/graphql/refused.js";
import { changeOnce } from "../../../access/change-once.js";
import { saveStatus } from "../closing/save-status.js";
import { issueIdOf } from "../issue-input.js";
import { hasRelation } from "./relation.queries.js";
import { lockBoth, saveRelated } from "./relate-issues.js";
import { writeRelation, type RelationChanges } from "./write-relation.js";

export interface MergeIssuesArgs {
  /** Ends as a duplicate. */
  readonly from: string;
  readonly into: string;
}

/**
 * L5: `from` turns out to be `into` once more. It becomes RESOLVED as a DUPLICATE, and both show the relation. Of two that are
 * merged into each other at once the second is refused: one of them goes on.
 *
 * @returns the id of `from`
 * @throws RefusedError with code and rule; BAD_USER_INPUT for a circle of merges
 */
export function mergeIssues(
  context: RequestContext,
  args: MergeIssuesArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const [fromId, intoId] = [issueIdOf(args.from), issueIdOf(args.into)];
  return changeOnce(context, { operation: "mergeIssues", input: args, clientMutationId }, async (tx) => {
    const { change, company, viewer } = tx;
    const [from, into] = await lockBoth(tx, fromId, intoId);
    const statuses = company.statusesOfUnit.get(from.facts.unitId) ?? [];
    const facts = { ...from.facts, resolution: from.resolution };
    const may = canEndAs("DUPLICATE", facts, from.hats, viewer.isBoss, statuses);
    if (!may.allowed && may.code !== "CONFLICT") throw refusedBy(may);
    const named = relationOf(fromId, intoId, "DUPLICATES", null);
    const relation = enforce(named.allowed ? named : { ...named, field: "into" });
    const target = enforce(may);
    if (into.facts.archived) throw refusedBy(refuse("CONFLICT", "L5", "issue.archived"));
    // Related so before it was merged: only the ending is new.
    const isRelated = await hasRelation(change, relation);
    const changes: RelationChanges = isRelated ? new Map() : await writeRelation(change, relation);
    await saveRelated(tx, [into], changes);
    const also = changes.get(fromId) ?? [];
    await saveStatus(change, from, "ISSUE_MERGED", { target, resolution: "DUPLICATE", also });
    return fromId;
  });
}
