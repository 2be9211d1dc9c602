import { buildSchema, getIntrospectionQuery, GraphQLError, Kind, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf, MAX_COST } from "./cost.js";
import {
  documentOverLimit,
  MAX_ALIASES,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_SELECTIONS,
} from "./document-limits.js";
import { asksForSchema } from "./introspection.js";
import { MAX_NESTING, MAX_TOKENS, textOverLimit } from "./text-limits.js";

const key = (error: GraphQLError | null): unknown =>
  (error?.extensions["message"] as { key?: string } | undefined)?.key;
const over = (text: string): unknown => key(documentOverLimit(parse(text)));
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

describe("LIMIT before parsing", () => {
  it("refuses more tokens than the limit, without reading on", () => {
    expect(key(textOverLimit(`{ ${times(MAX_TOKENS - 3, () => "a")} }`))).toBeUndefined();
    expect(key(textOverLimit(`{ ${times(MAX_TOKENS, () => "a")} }`))).toBe("request.tooLong");
    const start = performance.now();
    expect(key(textOverLimit("a ".repeat(450_000)))).toBe("request.tooLong");
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("refuses brackets that the parser could not follow, of any kind", () => {
    for (const [open, close] of [
      ["{a", "}"],
      ["{a(b:[", "])}"],
      ["{a(b:{c:", "1})}"],
    ] as const) {
      expect(key(textOverLimit(open.repeat(300) + close.repeat(300)))).toBe("request.tooDeep");
    }
    expect(textOverLimit("{a".repeat(MAX_NESTING) + "}".repeat(MAX_NESTING))).toBeNull();
  });

  it("counts no bracket in a string or a comment, and leaves broken text to the parser", () => {
    expect(textOverLimit(`{ a(b: "${"{".repeat(500)}") } # ${"[".repeat(500)}`)).toBeNull();
    expect(textOverLimit('{ a(b: "')).toBeNull();
    expect(textOverLimit("")).toBeNull();
  });
});

describe("LIMIT before validation", () => {
  const nested = (depth: number): string => "{ a ".repeat(depth) + "}".repeat(depth);

  it("takes the greatest depth and refuses one more, in fragments too", () => {
    expect(over(nested(MAX_DEPTH))).toBeUndefined();
    expect(over(nested(MAX_DEPTH + 1))).toBe("request.tooDeep");
    const half = MAX_DEPTH / 2;
    const split = (rest: number) =>
      `{ a ${"{ a ".repeat(half - 1)} { ...F } ${"}".repeat(half)} fragment F on T ${nested(rest)}`;
    expect(over(split(half))).toBeUndefined();
    expect(over(split(half + 1))).toBe("request.tooDeep");
  });

  it("counts every alias, those of __typename too, as often as fragments bring them", () => {
    const aliases = (count: number, name: string) => times(count, (index) => `a${String(index)}: ${name}`);
    expect(over(`{ ${aliases(MAX_ALIASES, "b")} }`)).toBeUndefined();
    expect(over(`{ ${aliases(MAX_ALIASES + 1, "b")} }`)).toBe("request.tooManyAliases");
    expect(over(`{ ${aliases(MAX_ALIASES + 1, "__typename")} }`)).toBe("request.tooManyAliases");
    const twice = `{ b { ...F } c { ...F } } fragment F on T { ${aliases(51, "b")} }`;
    expect(over(twice)).toBe("request.tooManyAliases");
    expect(over(`{ ...F } fragment F on T { ${aliases(51, "b")} }`)).toBeUndefined();
    expect(over(`query A { ${aliases(60, "b")} } query B { ${aliases(60, "b")} }`)).toBe(
      "request.tooManyAliases",
    );
  });

  it("counts directives on fields, fragments, variables and operations", () => {
    const many = times(MAX_DIRECTIVES, () => "@d");
    expect(over(`{ a ${many} }`)).toBeUndefined();
    expect(over(`{ a ${many} b @d }`)).toBe("request.tooManyDirectives");
    expect(over(`query ($v: Int ${many}) @d { a }`)).toBe("request.tooManyDirectives");
    expect(over(`{ ...F ${many} } fragment F on T @d { a }`)).toBe("request.tooManyDirectives");
  });

  it("measures doubling fragments at once, and refuses what they come to", () => {
    const fragments = times(
      60,
      (n) => `fragment F${String(n)} on T { ...F${String(n + 1)} ...F${String(n + 1)} }`,
    );
    const start = performance.now();
    expect(over(`{ ...F0 } ${fragments} fragment F60 on T { a }`)).toBe("request.tooLong");
    expect(over(`{ ...F0 } ${fragments} fragment F60 on T { b: a }`)).toBe("request.tooManyAliases");
    expect(performance.now() - start).toBeLessThan(100);
  });

  it("refuses so many equal fields that comparing them would take long, and takes fewer at once", () => {
    expect(over(`{ ${times(MAX_SELECTIONS + 1, () => "a")} }`)).toBe("request.tooLong");
    const most = parse(`{ ${times(MAX_SELECTIONS, () => "a")} }`);
    expect(documentOverLimit(most)).toBeNull();
    const start = performance.now();
    validate(buildSchema("type Query { a: Int }"), most);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("comes to an end on a fragment within itself", () => {
    expect(over("{ ...F } fragment F on T { a ...G } fragment G on T { b ...F }")).toBeUndefined();
  });

  it("lets the standard introspection pass", () => {
    const text = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true });
    expect(textOverLimit(text)).toBeNull();
    expect(documentOverLimit(parse(text))).toBeNull();
  });
});

const SCHEMA = buildSchema(`
  type Query { issues(first: Int = 50): Connection units: [Unit!]! users(first: Int = 50): [User!]! }
  type Connection { nodes: [Issue!]! edges: [Edge!]! totalCount: Int }
  type Edge { node: Issue! cursor: String! }
  type Issue { id: ID! unit: Unit subs(first: Int = 50): Connection }
  type Unit { id: ID! children: [Unit!]! }
  type User { id: ID! }
`);
const TABLE = { weights: { Unit: 0.5 }, lengths: { "Query.units": 100, "Unit.children": 4 } };

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("no operation");
  return costOf(SCHEMA, document, operation, variables, TABLE);
}

describe("cost", () => {
  it("counts rows by `first`: a number, a variable, its default, the schema's default", () => {
    const start = 150 + 1;
    expect(cost("{ issues(first: 7) { nodes { id } } }")).toBe(start + 7);
    expect(cost("query ($n: Int) { issues(first: $n) { nodes { id } } }", { n: 9 })).toBe(start + 9);
    expect(cost("query ($n: Int = 3) { issues(first: $n) { nodes { id } } }")).toBe(start + 3);
    expect(cost("{ issues { nodes { id } } }")).toBe(start + 50);
    expect(cost("query ($n: Int) { issues(first: $n) { nodes { id } } }", { n: null })).toBe(start + 50);
    expect(cost("{ issues(first: 7) { totalCount } }")).toBe(start);
    expect(cost("{ issues(first: 7) { edges { node { id } } } }")).toBe(start + 14);
    expect(cost("{ users(first: 7) { id } }")).toBe(150 + 7);
  });

  it("cannot be talked down by a negative, huge or foreign page size", () => {
    const text = "query ($n: Int) { issues(first: $n) { nodes { id } } }";
    expect(cost(text, { n: -1_000_000 })).toBe(201);
    expect(cost(text, { n: 1_000_000 })).toBe(651);
    expect(cost(text, { n: "500" })).toBe(201);
  });

  it("multiplies what is nested, weighs it, and follows fragments and aliases", () => {
    expect(cost("{ issues(first: 10) { nodes { unit { id } } } }")).toBe(151 + 10 * 1.5);
    expect(cost("{ issues(first: 10) { nodes { ...F } } } fragment F on Issue { unit { id } }")).toBe(166);
    expect(cost("{ units { children { id } } }")).toBe(100 * (0.5 + 4 * 0.5));
    expect(cost("{ issues(first: 10) { nodes { subs(first: 3) { nodes { id } } } } }")).toBe(
      151 + 10 * (1 + 9),
    );
    expect(cost("{ a: issues(first: 1) { nodes { id } } b: issues(first: 1) { nodes { id } } }")).toBe(304);
  });

  it("SCA-07: 100 aliases of the longest list are beyond it; of the whole schema too", () => {
    const lists = times(100, (index) => `a${String(index)}: issues(first: 500) { nodes { id } }`);
    expect(documentOverLimit(parse(`{ ${lists} }`))).toBeNull();
    expect(cost(`{ ${lists} }`)).toBeGreaterThan(MAX_COST);
    const schemas = times(100, (index) => `a${String(index)}: __schema { types { name } }`);
    expect(cost(`{ ${schemas} }`)).toBeGreaterThan(MAX_COST);
    expect(cost(getIntrospectionQuery())).toBeLessThan(MAX_COST);
  });
});

describe("introspection", () => {
  const asks = (text: string): boolean => {
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
    return asksForSchema(document, operation);
  };

  it("is found at the root, under an alias, in fragments; __typename is none", () => {
    expect(asks("{ __schema { types { name } } }")).toBe(true);
    expect(asks('{ x: __type(name: "A") { name } }')).toBe(true);
    expect(asks("{ ... { ... { __schema { types { name } } } } }")).toBe(true);
    expect(
      asks("{ ...F } fragment F on Query { ...G } fragment G on Query { __schema { types { name } } }"),
    ).toBe(true);
    expect(asks("{ __typename units { id } }")).toBe(false);
    expect(asks("{ ...F } fragment F on Query { ...F }")).toBe(false);
  });
});
