import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { readBy } from "@stafeta/domain/rights/field-policy";
import { Guarded, uncoveredFields } from "./guarded.js";

const SECRET = readBy(["MANAGER"]);
const POLICIES = { Thing: { id: readBy("ANYONE"), secret: SECRET } };
const OPEN = new Set(["Query", "Mutation", "Frame"]);

class Thing {
  secret!: string | null;
}
Guarded(SECRET)(Thing.prototype, "secret");

function faults(types: string): string[] {
  const schema = buildSchema(`type Query { frame: Frame } type Mutation { change: Frame } ${types}`);
  return uncoveredFields(schema, POLICIES, OPEN);
}

describe("R10: a schema does not start", () => {
  it("unless every field of every type is covered", () => {
    expect(faults("type Frame { thing: Thing } type Thing { id: ID! secret: String }")).toEqual([]);
  });

  it.each([
    ["a field that no row covers", "type Thing { id: ID! mood: String }", /^Thing\.mood: no row/],
    [
      "a type that no policy covers, such as a mutation's answer",
      "type Thing { id: ID! } type Changed { note: String } extend type Frame { changed: Changed }",
      /^Changed: no policy covers this type/,
    ],
    ["a hidden field that cannot be null", "type Thing { id: ID! secret: String! }", /must be nullable/],
  ])("with %s", (_what, types, expected) => {
    const told = faults(`type Frame { thing: Thing } ${types}`);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(expected);
  });

  it("with a field that can be hidden, and whose guard is missing or another's", () => {
    const other = { Thing: { id: readBy("ANYONE"), secret: readBy(["MANAGER"]) } };
    const schema = buildSchema("type Query { thing: Thing } type Thing { id: ID! secret: String }");
    expect(uncoveredFields(schema, other, OPEN)).toEqual([
      "Thing.secret: can be hidden, but its guard is missing or another",
    ]);
  });
});
