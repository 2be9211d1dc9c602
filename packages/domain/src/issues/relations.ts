import { hasHat, type Hats } from "../rights/hats.js";
import { allow, badInput, refuse, type Decision } from "../shared/decision.js";
import type { IssueId } from "../shared/ids.js";
import { transitRefusal, type IssueFacts } from "./issue-facts.js";

/** I2: each is kept once, and shown from both sides. */
export const RELATION_KINDS = ["RELATES", "BLOCKS", "DUPLICATES", "PRECEDES"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export const RELATION_TYPES = [
  "RELATES",
  "BLOCKS",
  "BLOCKED_BY",
  "DUPLICATES",
  "DUPLICATED_BY",
  "PRECEDES",
  "FOLLOWS",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

const INVERSE: Readonly<Record<RelationType, RelationType>> = {
  RELATES: "RELATES",
  BLOCKS: "BLOCKED_BY",
  BLOCKED_BY: "BLOCKS",
  DUPLICATES: "DUPLICATED_BY",
  DUPLICATED_BY: "DUPLICATES",
  PRECEDES: "FOLLOWS",
  FOLLOWS: "PRECEDES",
};

/** What the other side reads. */
export function inverseOf(type: RelationType): RelationType {
  return INVERSE[type];
}

function isKind(type: RelationType): type is RelationKind {
  return (RELATION_KINDS as readonly string[]).includes(type);
}

/** A relation as it is kept. */
export interface RelationFacts {
  readonly fromId: IssueId;
  readonly toId: IssueId;
  readonly kind: RelationKind;
  /** Whole days between the end of one and the start of the other; for PRECEDES alone. */
  readonly delayDays: number | null;
}

/** Ten years: more is a slip of the finger. */
export const MAX_DELAY_DAYS = 3_650;

/** I2: a relation as it is wished, brought to the side from which it is kept. */
export function relationOf(
  fromId: IssueId,
  toId: IssueId,
  type: RelationType,
  delayDays: number | null,
): Decision<RelationFacts> {
  if (fromId === toId) return badInput("to", "relation.toItself");
  const precedes = type === "PRECEDES" || type === "FOLLOWS";
  if (delayDays !== null && !precedes) return badInput("delayDays", "relation.delayOfPrecedesOnly");
  if (delayDays !== null && (delayDays < 0 || delayDays > MAX_DELAY_DAYS)) {
    return badInput("delayDays", "relation.badDelay", { max: MAX_DELAY_DAYS });
  }
  const delay = precedes ? (delayDays ?? 0) : null;
  const kind = isKind(type) ? type : (inverseOf(type) as RelationKind);
  const sides = isKind(type) ? { fromId, toId } : { fromId: toId, toId: fromId };
  return allow({ ...sides, kind, delayDays: delay });
}

/** I2, L5: with the MANAGER hat at `from`, whatever side it is kept from. Sight of `to` is the caller's question. */
export function canRelate(from: IssueFacts, hats: Hats, to: Pick<IssueFacts, "archived">): Decision {
  if (!hasHat(hats, "MANAGER")) return refuse("FORBIDDEN", "I2", "relation.managersOnly");
  if (from.archived || to.archived) return refuse("CONFLICT", "L5", "issue.archived");
  return transitRefusal(from) ?? allow();
}

/** Which relations make no sense in a circle. Of DUPLICATES: two issues merged into each other would leave none. */
const ACYCLIC: ReadonlySet<RelationKind> = new Set(["BLOCKS", "PRECEDES", "DUPLICATES"]);

export function mustBeAcyclic(kind: RelationKind): boolean {
  return ACYCLIC.has(kind);
}

/**
 * I2, TRE-05: no circle at whatever distance.
 *
 * @param reachable all that `to` leads to by relations of this kind, as read under the lock of all changes
 */
export function checkCircle({ fromId, kind }: RelationFacts, reachable: Iterable<IssueId>): Decision {
  if (!mustBeAcyclic(kind)) return allow();
  for (const id of reachable) if (id === fromId) return badInput("to", "relation.cycle");
  return allow();
}

/**
 * How the log tells the relations of an issue (I8): a set of texts, as it reads them from its side.
 *
 * @returns such as "BLOCKS 12" or "FOLLOWS 12 3"
 */
export function relationText(type: RelationType, otherId: string, delayDays: number | null): string {
  const delay = delayDays === null ? "" : ` ${String(delayDays)}`;
  return `${type} ${otherId}${delay}`;
}

/** The issue that such a text points to. */
export function relatedIssueOf(text: string): string {
  return text.split(" ")[1] ?? "";
}

/** The relation that such a text tells of. @param ownId the issue from whose side it reads */
export function relationOfText(ownId: IssueId, text: string): Decision<RelationFacts> {
  const [type, otherId, delay] = text.split(" ");
  const delayDays = delay === undefined ? null : Number(delay);
  return relationOf(ownId, otherId as IssueId, type as RelationType, delayDays);
}
