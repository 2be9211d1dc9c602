/** One form for equal answers: names in order, and lists that have no order of their own by their text. */
export function canonical(value, isUnordered = () => false, path = "") {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, isUnordered, `${path}[]`));
    return isUnordered(path) ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(
    names.map((name) => [name, canonical(value[name], isUnordered, path === "" ? name : `${path}.${name}`)]),
  );
}

/** Where two canonical values differ first, for a person to read; null where they do not. */
export function firstDifference(given, wanted, path = "the answer") {
  if (Object.is(given, wanted)) return null;
  const isNested = (value) => value !== null && typeof value === "object";
  if (!isNested(given) || !isNested(wanted) || Array.isArray(given) !== Array.isArray(wanted)) {
    return `${path} is ${shortly(given)}, not ${shortly(wanted)}`;
  }
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(given)])) {
    const at = Array.isArray(wanted) ? `${path}[${name}]` : `${path}.${name}`;
    const difference = firstDifference(given[name], wanted[name], at);
    if (difference !== null) return difference;
  }
  return null;
}

function shortly(value) {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
