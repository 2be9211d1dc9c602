import { describe, expect, test } from "vitest";
import type { StatusFacts } from "../issues/issue-facts.js";
import { demoCompany } from "../testing/demo-company.js";
import { statusIn } from "../testing/issues.js";
import { standingNeighbours, type NeighbourFacts } from "./neighbours.js";

const company = demoCompany();
const target = statusIn(company, "DEV", "In progress");

interface Card extends NeighbourFacts {
  readonly name: string;
}

function card(unit: string, status: string, changes: Partial<Card> = {}): Card {
  const facts: StatusFacts = statusIn(company, unit, status);
  return { name: `${unit} ${status}`, status: facts, archived: false, isRankRead: true, ...changes };
}

const here = card("DEV", "In progress");
const review = card("DEV", "Review");
const backlog = card("DEV", "Backlog");
const elsewhere = card("APP", "In progress");
const elsewhereBacklog = card("APP", "Backlog");
const unseen = card("APP", "In progress", { isRankRead: false });

function standing(after: Card | null, before: Card | null): string {
  const found = standingNeighbours(target, { after, before });
  return [found.after?.name ?? "-", found.before?.name ?? "-"].join(" | ");
}

describe("I4: of the neighbours that a move names", () => {
  test.each<[string, Card | null, Card | null, string]>([
    ["none is none", null, null, "- | -"],
    ["both that stand in the column stay", here, here, "DEV In progress | DEV In progress"],
    ["one that is gone is skipped", null, here, "- | DEV In progress"],
    ["one of another column is skipped", backlog, here, "- | DEV In progress"],
    ["one of another column of the same category is skipped", review, here, "- | DEV In progress"],
    [
      "an archived one is skipped",
      card("DEV", "In progress", { archived: true }),
      here,
      "- | DEV In progress",
    ],
    [
      "one whose rank cannot be read is skipped",
      card("DEV", "In progress", { isRankRead: false }),
      null,
      "- | -",
    ],
    ["one of another unit stands by its category", elsewhere, null, "APP In progress | -"],
    ["one of another unit and category is skipped", elsewhereBacklog, null, "- | -"],
    ["over several units a column is a category", review, elsewhere, "DEV Review | APP In progress"],
  ])("%s", (_, after, before, expected) => {
    expect(standing(after, before)).toBe(expected);
  });

  test("R10: one that is unseen does not even tell which board it is", () => {
    expect(standing(review, unseen)).toBe(standing(review, null));
  });
});
