import { changesBetween, type FieldChange } from "@stafeta/domain/events/changes";
import { checkCircle, type RelationFacts } from "@stafeta/domain/issues/relations";
import { refuse } from "@stafeta/domain/shared/decision";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { Change } from "../../../access/change.js";
import { enforce, refusedBy } from "../../../platform/graphql/refused.js";
import { hasRelation, insertRelation, leadsTo, relationTexts } from "./relation.queries.js";

/** I8: what a change of relations is to each of the two issues. */
export type RelationChanges = ReadonlyMap<IssueId, readonly FieldChange[]>;

/** L4: both issues of a relation have changed, and each has an event that tells it from its side. @param ids all of them */
export async function relationChanges(
  change: Change,
  ids: readonly IssueId[],
  write: () => Promise<void>,
): Promise<RelationChanges> {
  const before = await relationTexts(change, ids);
  await write();
  const after = await relationTexts(change, ids);
  return new Map(
    ids.map((id) => {
      const [old, now] = [{ relations: before.get(id) }, { relations: after.get(id) }];
      return [id, changesBetween(old, now, ["relations"])];
    }),
  );
}

/**
 * I2: while the change holds the one lock of all changes, so that no other closes the circle.
 *
 * @throws RefusedError BAD_USER_INPUT for a circle, CONFLICT when they are related in this way already
 */
export async function addRelation(change: Change, relation: RelationFacts): Promise<void> {
  enforce(checkCircle(relation, await leadsTo(change, relation.toId, relation.kind)));
  if (await hasRelation(change, relation)) throw refusedBy(refuse("CONFLICT", "I2", "relation.exists"));
  await insertRelation(change, relation, change.now);
}

/** The same, with what it is to each of them. @throws RefusedError as `addRelation` */
export function writeRelation(change: Change, relation: RelationFacts): Promise<RelationChanges> {
  const ids = [relation.fromId, relation.toId];
  return relationChanges(change, ids, () => addRelation(change, relation));
}
