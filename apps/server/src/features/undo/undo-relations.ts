import { canRelate, relationOfText, type RelationFacts } from "@stafeta/domain/issues/relations";
import { hasHat } from "@stafeta/domain/rights/hats";
import { allow, type Decision } from "@stafeta/domain/shared/decision";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import { turnedBack } from "@stafeta/domain/undo/turned-back";
import type { ViewerChange } from "../../access/change.js";
import { checkMerge } from "../issues/relations/relate-issues.js";
import { endRelation, relationLike } from "../issues/relations/relation.queries.js";
import { addRelation, relationChanges, type RelationChanges } from "../issues/relations/write-relation.js";
import { requireIn, type UndoScene } from "./undo-scene.js";

interface TurnedRelation {
  readonly relation: RelationFacts;
  readonly isMadeAgain: boolean;
}

/** Each is told by both of its issues, and turned round once. */
function relationsOf(back: readonly LoggedEvent[]): TurnedRelation[] {
  const found = new Map<string, TurnedRelation>();
  for (const event of back) {
    const { again, end } = turnedBack(event).relations;
    for (const text of [...again, ...end]) {
      const relation = event.issueId === null ? null : relationOfText(event.issueId, text);
      if (!relation?.allowed) continue;
      const { fromId, toId, kind } = relation.value;
      // The first that tells of it decides from which side it is kept.
      const sides = [fromId, toId].toSorted().join(" ");
      const key = kind === "RELATES" ? sides : `${fromId} ${toId}`;
      const turned = { relation: relation.value, isMadeAgain: again.includes(text) };
      if (!found.has(`${kind} ${key}`)) found.set(`${kind} ${key}`, turned);
    }
  }
  return [...found.values()];
}

/** I2: with the MANAGER hat at either end, as a relation is made from either side and ended from both. */
export function canTurnRelations({ issues }: UndoScene, event: LoggedEvent): Decision {
  for (const { relation } of relationsOf([event])) {
    const both = [requireIn(issues, relation.fromId), requireIn(issues, relation.toId)] as const;
    const [from, to] = hasHat(both[0].hats, "MANAGER") ? both : ([both[1], both[0]] as const);
    const decision = canRelate(from.facts, from.hats, to.facts);
    if (!decision.allowed) return decision;
  }
  return allow();
}

async function turn(
  tx: ViewerChange,
  { issues }: UndoScene,
  { relation, isMadeAgain }: TurnedRelation,
  endsMerge: boolean,
): Promise<void> {
  if (isMadeAgain) {
    await addRelation(tx.change, relation);
    return;
  }
  if (!endsMerge) checkMerge(requireIn(issues, relation.fromId), relation);
  const id = await relationLike(tx.change, relation);
  if (id !== null) await endRelation(tx.change, id, tx.change.now);
}

/** I2: what ended is made again, what was made ends. @returns what that is to each issue */
export async function turnRelations(
  tx: ViewerChange,
  scene: UndoScene,
  back: readonly LoggedEvent[],
): Promise<RelationChanges> {
  const turned = relationsOf(back);
  if (turned.length === 0) return new Map();
  const ids = new Set(turned.flatMap(({ relation }) => [relation.fromId, relation.toId]));
  // L5: an issue that is no duplicate any more need not say whose it was.
  const unmerged = new Set<IssueId | null>(
    back.filter((event) => turnedBack(event).values.has("resolution")).map(({ issueId }) => issueId),
  );
  return relationChanges(tx.change, [...ids], async () => {
    for (const one of turned) await turn(tx, scene, one, unmerged.has(one.relation.fromId));
  });
}
