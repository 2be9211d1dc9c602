// @vitest-environment node
import { describe, expect, it } from "vitest";
import { landingOf } from "./landing";

const hat = (base: string, key: string) => ({ role: { base }, unit: { key } });
const person = (memberships: ReturnType<typeof hat>[], isBoss = false) => ({ isBoss, memberships });

describe("the first board", () => {
  it.each([
    [
      "the boss sees the whole company",
      person([hat("MANAGER", "DEMO")], true),
      { unitKey: "DEMO", under: true },
    ],
    [
      "a head their own unit",
      person([hat("DEVELOPER", "PROD"), hat("MANAGER", "DEV")]),
      { unitKey: "DEV", under: false },
    ],
    [
      "a developer their first unit",
      person([hat("DEVELOPER", "DEV"), hat("DEVELOPER", "APP")]),
      { unitKey: "DEV", under: false },
    ],
    [
      "work comes before reading",
      person([hat("ANALYST", "DEMO"), hat("REPORTER", "SALES")]),
      { unitKey: "SALES", under: false },
    ],
    [
      "an analyst of the company all of it",
      person([hat("ANALYST", "DEMO")]),
      { unitKey: "DEMO", under: true },
    ],
    ["nobody's member has none", person([]), null],
  ])("%s", (_what, viewer, expected) => {
    expect(landingOf(viewer, "DEMO")).toEqual(expected);
  });
});
