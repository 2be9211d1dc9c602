import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from "graphql";
import { parseCalendarDate } from "@stafeta/domain/shared/calendar-date";

function badValue(what: string): GraphQLError {
  return new GraphQLError(what, { extensions: { code: "BAD_USER_INPUT" } });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** To UTC, ISO 8601. */
function parseInstant(value: unknown): string {
  if (typeof value !== "string" || !INSTANT.test(value) || !parseCalendarDate(value.slice(0, 10))) {
    throw badValue("DateTime: an ISO 8601 instant with its zone, such as 2026-11-25T10:28:00Z");
  }
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw badValue("DateTime: there is no such time");
  return new Date(time).toISOString();
}

function parseDay(value: unknown): string {
  const day = typeof value === "string" ? parseCalendarDate(value) : null;
  if (!day) throw badValue("Date: a day of the calendar, such as 2026-11-25");
  return day;
}

/** The row builders make the text, so nothing is left to do on the way out. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  throw new GraphQLError("an instant or a day leaves the server as text");
}

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: "DateTime",
  description: "ISO 8601, UTC",
  serialize: asText,
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

export const DateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "ISO 8601 calendar date",
  serialize: asText,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
