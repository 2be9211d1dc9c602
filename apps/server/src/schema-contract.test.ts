import { readFileSync } from "node:fs";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { LATER } from "./testing/schema-later.js";
import { makeSchema } from "./schema.js";

const core = buildSchema(readFileSync(new URL("../api.graphql", import.meta.url), "utf8"));
const ours = makeSchema();

/** What the core has and ours has not, or has otherwise. */
function differences(wanted: GraphQLNamedType): string[] {
  const found = ours.getType(wanted.name);
  if (!found) return [`${wanted.name} is missing`];
  if (isEnumType(wanted) && isEnumType(found)) {
    const names = new Set(found.getValues().map((value) => value.name));
    return wanted
      .getValues()
      .flatMap(({ name }) => (names.has(name) ? [] : [`${wanted.name}.${name} is missing`]));
  }
  if (isObjectType(wanted) && isObjectType(found)) {
    return Object.values(wanted.getFields()).flatMap((field) =>
      fieldFaults(wanted.name, field, found.getFields()[field.name]),
    );
  }
  if (isInputObjectType(wanted) && isInputObjectType(found)) {
    return Object.values(wanted.getFields()).flatMap((field) => {
      return inputFaults(`${wanted.name}.${field.name}`, field, found.getFields()[field.name]);
    });
  }
  return wanted.constructor.name === found.constructor.name ? [] : [`${wanted.name} is of another kind`];
}

type Field = GraphQLField<unknown, unknown>;

function fieldFaults(type: string, wanted: Field, found: Field | undefined): string[] {
  const coordinate = `${type}.${wanted.name}`;
  if (!found) return [`${coordinate} is missing`];
  const own =
    String(wanted.type) === String(found.type)
      ? []
      : [`${coordinate} is ${String(found.type)}, not ${String(wanted.type)}`];
  const known = new Set(wanted.args.map((arg) => arg.name));
  const demanded = found.args.filter((arg) => !known.has(arg.name) && String(arg.type).endsWith("!"));
  return [
    ...own,
    ...demanded.map((arg) => `${coordinate}(${arg.name}) is required of old clients`),
    ...wanted.args.flatMap((arg) => {
      return inputFaults(
        `${coordinate}(${arg.name})`,
        arg,
        found.args.find((other) => other.name === arg.name),
      );
    }),
  ];
}

type Input = GraphQLArgument | GraphQLInputField;

function inputFaults(coordinate: string, wanted: Input, found: Input | undefined): string[] {
  if (!found) return [`${coordinate} is missing`];
  const sameType = String(wanted.type) === String(found.type);
  const sameDefault = JSON.stringify(wanted.defaultValue) === JSON.stringify(found.defaultValue);
  return sameType && sameDefault ? [] : [`${coordinate} has another type or default`];
}

describe("the printed schema", () => {
  it("has all of api.graphql, but for what later issues own", () => {
    const faults = Object.values(core.getTypeMap())
      .filter((type) => !type.name.startsWith("__"))
      .flatMap(differences)
      .map((fault) => fault.replace(/ is missing$/, ""));
    expect(faults.filter((fault) => !LATER.has(fault))).toEqual([]);
  });

  it("owes nothing that is there already", () => {
    const missing = new Set(
      Object.values(core.getTypeMap())
        .flatMap(differences)
        .map((fault) => fault.replace(/ is missing$/, "")),
    );
    expect([...LATER].filter((coordinate) => !missing.has(coordinate))).toEqual([]);
  });

  it("is committed as printed", () => {
    const committed = readFileSync(new URL("../schema.graphql", import.meta.url), "utf8");
    expect(committed).toBe(`${printSchema(lexicographicSortSchema(ours))}\n`);
  });
});
