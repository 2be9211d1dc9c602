import { ANY_TEXT, ANYTHING, InAnyOrder } from "./rules/selection.js";

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(plain(value));
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** Without the signs of the oracle. */
function plain(value: unknown): unknown {
  if (value === ANY_TEXT || value === ANYTHING) return value.description;
  if (value instanceof InAnyOrder) return plain(value.items);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function ofLists(expected: readonly unknown[], got: readonly unknown[], path: string): string | null {
  for (const [index, item] of expected.entries()) {
    const difference = compare(item, got[index], `${path}[${String(index)}]`);
    if (difference !== null) return difference;
  }
  if (expected.length === got.length) return null;
  return `${path}: ${String(expected.length)} expected, got ${String(got.length)}: ${shown(got.slice(expected.length))} more`;
}

function ofSets(expected: readonly unknown[], got: readonly unknown[], path: string): string | null {
  const left = [...got];
  for (const item of expected) {
    const at = left.findIndex((one) => compare(item, one, "") === null);
    if (at < 0) return `${path}: ${shown(item)} expected somewhere, got ${shown(got)}`;
    left.splice(at, 1);
  }
  return left.length === 0 ? null : `${path}: not expected: ${shown(left)}`;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** ISO 8601 leaves it open how many decimals a second has. */
function isSame(expected: unknown, got: unknown): boolean {
  if (expected === got) return true;
  const areInstants = [expected, got].every((one) => typeof one === "string" && INSTANT.test(one));
  return areInstants && Date.parse(expected as string) === Date.parse(got as string);
}

/** Where what was got first differs from what is expected; null: nowhere. */
export function compare(expected: unknown, got: unknown, path: string): string | null {
  if (expected === ANY_TEXT && typeof got === "string") return null;
  if (expected === ANYTHING && got !== null && got !== undefined) return null;
  if (expected instanceof InAnyOrder && Array.isArray(got)) return ofSets(expected.items, got, path);
  if (Array.isArray(expected) && Array.isArray(got)) return ofLists(expected, got, path);
  const areObjects = [expected, got].every((one) => typeof one === "object" && one !== null);
  if (areObjects && Array.isArray(expected) === Array.isArray(got) && !(expected instanceof InAnyOrder)) {
    const [ours, theirs] = [expected as Record<string, unknown>, got as Record<string, unknown>];
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const difference = compare(ours[key], theirs[key], `${path}.${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  return isSame(expected, got) ? null : `${path}: expected ${shown(expected)}, got ${shown(got)}`;
}
