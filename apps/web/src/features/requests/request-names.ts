import type { Names } from "../issues/activity/history-words";
import type { UnitNode } from "../org/units";

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Names of what a wish can point to; people and units come with the request itself. */
export function namesFor(
  units: readonly UnitNode[],
  labels: readonly { readonly id: string; readonly name: string }[],
): Names {
  return {
    status: new Map(units.flatMap(({ statuses }) => statuses.map(({ id, name }) => [id, name]))),
    unit: new Map(units.map(({ id, name }) => [id, name])),
    label: new Map(labels.map(({ id, name }) => [id, name])),
    user: NOBODY,
    issue: NOBODY,
  };
}
