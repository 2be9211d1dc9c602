import { rankBetween, RANK_LENGTH_LIMIT } from "@stafeta/domain/issues/rank";
import { spreadPlan } from "@stafeta/domain/issues/spread-ranks";
import type { Change } from "../../../access/change.js";
import { cardsAround, writeRanks, type Gap, type RankedCard } from "./ranks.queries.js";

/** How many cards on each side a spreading may touch: room for more moves than anybody makes at one place. */
const REACH = 64;

/** L4: each card that gets another rank has its event, and all of them are one action with the move (I6). */
async function spread(
  change: Change,
  cards: readonly (RankedCard & { readonly next: string })[],
): Promise<void> {
  const written = cards.map((card) => {
    const { id, unitId, assigneeId, authorId, stepUnitId } = card;
    const held = { assigneeId, assigneeBefore: assigneeId, authorId };
    const facts = { ...held, unitId, unitBefore: unitId, stepUnitId, stepUnitBefore: stepUnitId };
    const changes = [{ field: "rank", before: card.rank, after: card.next }];
    const about = { entity: "issue", entityId: id, issueId: id };
    return {
      id,
      rank: card.next,
      event: change.record({ kind: "ISSUE_RANKED", ...about, changes, ...facts }),
    };
  });
  await writeRanks(change, written, change.now);
}

/**
 * I4: a rank for a place in the order; where it would be too long, the neighbourhood is spread first (ORD-01).
 *
 * @param exceptId the card that moves; null: a new one
 */
export async function placeCard(change: Change, gap: Gap, exceptId: string | null): Promise<string> {
  const rank = rankBetween(gap.lower, gap.upper);
  if (rank.length <= RANK_LENGTH_LIMIT) return rank;
  const around = await cardsAround(change, gap, exceptId, REACH + 1);
  const below = around.filter((card) => gap.lower !== null && card.rank <= gap.lower);
  const above = around.filter((card) => gap.upper !== null && card.rank >= gap.upper);
  // The outermost card on each side is the edge of the window, and stays.
  const lower = below.length > REACH ? below[0] : undefined;
  const upper = above.length > REACH ? above.at(-1) : undefined;
  const window = around.slice(lower ? 1 : 0, upper ? -1 : undefined);
  const at = below.length - (lower ? 1 : 0);
  const ranks = window.map((card) => card.rank);
  const plan = spreadPlan(ranks, at, { lower: lower?.rank ?? null, upper: upper?.rank ?? null });
  const place = at - plan.from;
  const others = plan.ranks.toSpliced(place, 1);
  const changed = window.slice(plan.from, plan.to).flatMap((card, index) => {
    const next = others[index];
    return next === undefined || next === card.rank ? [] : [{ ...card, next }];
  });
  if (changed.length > 0) await spread(change, changed);
  return plan.ranks[place] ?? rank;
}
