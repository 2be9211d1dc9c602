// @vitest-environment node
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LABEL_COLOURS } from "./label-colours";

type Theme = "light" | "dark";

const source = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");
const tokens = new Map(
  [...source.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function colourIn(theme: Theme, name: string): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token[theme];
}

/** WCAG 2.1, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(theme: Theme, front: string, back: string): number {
  const [a, b] = [luminance(colourIn(theme, front)), luminance(colourIn(theme, back))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ["bg", "surface", "sunken"];
const TEXTS = ["text", "muted", "accent", "ok", "warn", "bad"];
const pairs: readonly (readonly [string, string, number])[] = [
  ...TEXTS.flatMap((front) => GROUNDS.map((back) => [front, back, 4.5] as const)),
  ...["text", "muted", "accent"].map((front) => [front, "accent-soft", 4.5] as const),
  ...["ok", "warn", "bad"].flatMap((tone) => [
    [tone, `${tone}-soft`, 4.5] as const,
    ["text", `${tone}-soft`, 4.5] as const,
  ]),
  ["on-accent", "accent", 4.5],
  // What is no text needs three: borders of controls, the ring of the focus, a filled button on its ground.
  ...["control", "focus", "accent"].flatMap((front) => GROUNDS.map((back) => [front, back, 3] as const)),
  ...LABEL_COLOURS.map((name) => [`label-${name}`, `label-${name}-bg`, 6.3] as const),
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  it.each(pairs)("%s on %s reaches %d", (front, back, needed) => {
    expect(ratio(theme, front, back)).toBeGreaterThanOrEqual(needed);
  });
});

describe("the token file", () => {
  it("measures as the specification does", () => {
    expect(ratio("light", "control", "sunken")).toBeCloseTo(3.25, 1);
    expect(ratio("light", "accent", "accent-soft")).toBeCloseTo(4.86, 1);
    expect(ratio("light", "ok", "sunken")).toBeCloseTo(5.04, 1);
    expect(ratio("dark", "control", "surface")).toBeCloseTo(4.33, 1);
    expect(ratio("dark", "muted", "accent-soft")).toBeCloseTo(5.85, 1);
  });

  it("has a pair of tokens for each label colour, and no other", () => {
    const names = [...tokens.keys()].filter((name) => name.startsWith("label-"));
    expect(names.sort()).toEqual(
      LABEL_COLOURS.flatMap((name) => [`label-${name}`, `label-${name}-bg`]).sort(),
    );
  });

  it("keeps transitions still for whoever asked for less motion", () => {
    expect(source).toMatch(/prefers-reduced-motion: reduce[\s\S]*--travel-time: 0ms/);
  });
});
