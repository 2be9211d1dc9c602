import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRank, RANK_LENGTH_LIMIT, rankBetween } from "./rank.js";
import { spreadPlan, spreadRanks } from "./spread-ranks.js";

interface Card {
  readonly id: number;
  readonly rank: string;
}

const isAscending = (ranks: readonly string[]) =>
  ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? "") < rank);

/** What a server does: between the neighbours, and where that grows too long, the neighbourhood anew. */
function drop(cards: readonly Card[], id: number, at: number): Card[] {
  const rest = cards.filter((card) => card.id !== id);
  const rank = rankBetween(rest[at - 1]?.rank ?? null, rest[at]?.rank ?? null);
  if (rank.length <= RANK_LENGTH_LIMIT) return rest.toSpliced(at, 0, { id, rank });
  const plan = spreadPlan(
    rest.map((card) => card.rank),
    at,
    { lower: null, upper: null },
  );
  const order = rest.toSpliced(at, 0, { id, rank });
  return order.map((card, index) => {
    const spread = index >= plan.from && index <= plan.to ? plan.ranks[index - plan.from] : undefined;
    return spread === undefined ? card : { ...card, rank: spread };
  });
}

function startingWith(count: number): Card[] {
  return spreadRanks(null, null, count).map((rank, id) => ({ id, rank }));
}

/** A small generator of its own, so that a failure comes back. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("spreading", () => {
  test("gives so many ranks, in order, between any two", () => {
    const edge = fc.constantFrom(null, "1", "V", "V1", "V0000001", "Vzzzz", "W", "z", "zzz");
    fc.assert(
      fc.property(edge, edge, fc.integer({ min: 1, max: 300 }), (lower, upper, count) => {
        fc.pre(lower === null || upper === null || lower < upper);
        const ranks = spreadRanks(lower, upper, count);
        expect(ranks.length).toBe(count);
        expect(ranks.every(isRank)).toBe(true);
        expect(isAscending([lower, ...ranks, upper].filter((rank) => rank !== null))).toBe(true);
      }),
    );
  });

  test("is even: two hundred between two digits take three digits more", () => {
    expect(Math.max(...spreadRanks("V", "W", 200).map((rank) => rank.length))).toBeLessThanOrEqual(4);
  });

  test("no ranks are asked for, none come; a wrong order is a caller's bug", () => {
    expect(spreadRanks("a", "b", 0)).toEqual([]);
    expect(() => spreadRanks("b", "a", 1)).toThrow("not below");
  });

  test("changes no more cards than it must", () => {
    const ranks = [
      ...spreadRanks("1", "2", 100),
      "V",
      "V0000000000000000000000000000000000001",
      ...spreadRanks("Z", "z", 100),
    ];
    const plan = spreadPlan(ranks, 101, { lower: null, upper: null });
    expect([plan.from, plan.to]).toEqual([100, 102]);
    expect(isAscending([...ranks.slice(0, plan.from), ...plan.ranks, ...ranks.slice(plan.to)])).toBe(true);
  });

  test("reaches as far as it takes for short ranks, and no further", () => {
    const [below, above] = [1, 2].map((side) =>
      Array.from({ length: 30 }, (_, index) =>
        side === 1 ? `U${"z".repeat(index + 1)}` : `V${"0".repeat(30 - index)}1`,
      ),
    );
    const ranks = ["1", "2", ...(below ?? []), "V", ...(above ?? []), "W"];
    const plan = spreadPlan(ranks, 33, { lower: null, upper: null });
    expect(Math.max(...plan.ranks.map((rank) => rank.length))).toBeLessThanOrEqual(RANK_LENGTH_LIMIT / 2);
    expect(isAscending([...ranks.slice(0, plan.from), ...plan.ranks, ...ranks.slice(plan.to)])).toBe(true);
    expect([plan.from, plan.to]).toEqual([17, 49]);
  });

  test("keeps within the ranks outside of the window", () => {
    const plan = spreadPlan(["V1", "V2"], 1, { lower: "V", upper: "V3" });
    expect(plan.ranks.length).toBe(plan.to - plan.from + 1);
    expect(isAscending(["V", ...plan.ranks, "V3"])).toBe(true);
  });
});

test("ORD-01: three cards, two thousand times the last one between the first two: right order, ranks of 64 at most", () => {
  let cards = startingWith(3);
  for (let count = 0; count < 2000; count++) {
    const ids = cards.map((card) => card.id);
    cards = drop(cards, ids[2] ?? -1, 1);
    expect(cards.map((card) => card.id)).toEqual([ids[0], ids[2], ids[1]]);
    expect(isAscending(cards.map((card) => card.rank))).toBe(true);
    expect(Math.max(...cards.map((card) => card.rank.length))).toBeLessThanOrEqual(64);
  }
});

test("ORD-03: ten thousand random moves before, after and between leave the order of a plain array", () => {
  const next = numbersFrom(20_261_125);
  let cards = startingWith(40);
  let model = cards.map((card) => card.id);
  let spreads = 0;
  for (let count = 0; count < 10_000; count++) {
    // Half of the drops go to one narrow place, so that ranks grow long there.
    const [id, at] = [next(40), next(2) === 0 ? 20 : next(40)];
    model = model.filter((other) => other !== id).toSpliced(at, 0, id);
    const before = new Map(cards.map((card) => [card.id, card.rank]));
    cards = drop(cards, id, at);
    if (cards.filter((card) => before.get(card.id) !== card.rank).length > 1) spreads++;
    const byRank = cards.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map((card) => card.id);
    expect(byRank).toEqual(model);
  }
  expect(new Set(cards.map((card) => card.rank)).size).toBe(40);
  expect(Math.max(...cards.map((card) => card.rank.length))).toBeLessThanOrEqual(64);
  expect(spreads).toBeLessThan(200);
});
