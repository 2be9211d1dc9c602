import { buildSchema, execute, parse, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { CompiledQueries } from "./executor.js";

const SDL = `
  scalar JSON
  enum Kind { A B }
  input Filter { and: [Filter!] not: Filter least: Int = 3 kinds: [Kind!] }
  type Query { echo(filter: Filter, needed: Filter = { least: 1 }, word: String): String anything: JSON }`;

function makeSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const echo = schema.getQueryType()?.getFields()["echo"];
  const named = (args: Record<string, unknown>) =>
    ["filter", "needed", "word"].map((name) => (name in args ? args[name] : "absent"));
  if (echo) echo.resolve = (_, args: Record<string, unknown>) => JSON.stringify(named(args));
  return schema;
}

const schema = makeSchema();
const queries = new CompiledQueries(makeSchema());

async function byBoth(text: string, variables: Record<string, unknown>) {
  const document = parse(text);
  const compiled = queries.findAtOnce(text, null, document);
  if (!compiled) throw new Error("graphql-jit did not compile it");
  const one = await compiled.query(undefined, {}, variables);
  const other = await execute({ schema, document, variableValues: variables });
  const plain = (answer: unknown) => JSON.parse(JSON.stringify(answer)) as unknown;
  return [plain(one), plain(other)];
}

const FILTER = "query($filter: Filter) { echo(filter: $filter) }";

describe("a variable of a type that contains itself", () => {
  it.each([
    [FILTER, {}],
    [FILTER, { filter: null }],
    [FILTER, { filter: {} }],
    [FILTER, { filter: { and: [{ not: { least: 5 } }, { and: [] }], kinds: "A" } }],
    [FILTER, { filter: { not: { not: { not: { not: { kinds: ["A", "B"] } } } } } }],
    ["query($filter: Filter! = { least: 8 }) { echo(filter: $filter) }", {}],
    ["query($filters: [Filter!]) { echo(filter: { and: $filters }) }", { filters: { least: 2 } }],
    ["query($filter: Filter) { echo(needed: $filter) }", {}],
    [
      'query($f: Filter, $w: String = "x", $on: Boolean!) { echo(filter: $f, word: $w) @include(if: $on) }',
      { on: true },
    ],
    ["query($f: Filter, $on: Boolean!) { echo(filter: $f) @skip(if: $on) anything }", { on: true, f: {} }],
  ])("is compiled, and read as graphql-js reads it: %s %j", async (text, variables) => {
    const [one, other] = await byBoth(text, variables);
    expect(one).toEqual(other);
  });

  it.each([
    [FILTER, { filter: { leest: 5 } }],
    [FILTER, { filter: { and: [{ not: { least: "5" } }] } }],
    ["query($filter: Filter!) { echo(filter: $filter) }", {}],
    ["query($filter: Filter!) { echo(filter: $filter) }", { filter: null }],
  ])("is refused in the same words when it is wrong: %s %j", async (text, variables) => {
    const [one, other] = await byBoth(text, variables);
    expect(one).toEqual(other);
    expect(one).not.toHaveProperty("data");
  });
});
