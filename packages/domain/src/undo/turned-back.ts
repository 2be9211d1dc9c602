import type { ChangeValue, FieldChange } from "../events/changes.js";
import { EDITABLE_FIELDS } from "../issues/edit-issue.js";
import type { WantedEdit } from "../issues/merge-edit.js";
import type { LabelId } from "../shared/ids.js";
import { membersChanged } from "./built-on.js";
import type { LoggedEvent } from "./logged-event.js";

/** An event's changes turned round: what an issue is to have again. A field is left out where the event did not change it. */
export interface TurnedBack {
  readonly edit: WantedEdit;
  /** Of the fields that no edit writes: status, resolution, closedAt, archived, assignee, rank. */
  readonly values: ReadonlyMap<string, ChangeValue>;
  /** As the log tells them: `relationText`. */
  readonly relations: { readonly again: readonly string[]; readonly end: readonly string[] };
}

const EDITABLE: ReadonlySet<string> = new Set(EDITABLE_FIELDS);
const OTHERS: ReadonlySet<string> = new Set([
  "status",
  "resolution",
  "closedAt",
  "archived",
  "assignee",
  "rank",
]);

/** I5: labels merge with what others added and removed since. */
function editBack(changes: readonly FieldChange[]): WantedEdit {
  const fields: [string, ChangeValue][] = [];
  let labels: WantedEdit = {};
  for (const change of changes) {
    if (!EDITABLE.has(change.field)) continue;
    if (change.field !== "labels") fields.push([change.field, change.before]);
    else {
      const { added, removed } = membersChanged(change);
      labels = { addLabels: removed as readonly LabelId[], removeLabels: added as readonly LabelId[] };
    }
  }
  // The log keeps a field's values in the form that an edit has them in.
  return { ...(Object.fromEntries(fields) as WantedEdit), ...labels };
}

/** I6. */
export function turnedBack({ changes }: Pick<LoggedEvent, "changes">): TurnedBack {
  const relations = changes.find(({ field }) => field === "relations");
  const { added, removed } = relations ? membersChanged(relations) : { added: [], removed: [] };
  const others = changes.filter(({ field }) => OTHERS.has(field));
  return {
    edit: editBack(changes),
    values: new Map(others.map(({ field, before }) => [field, before])),
    relations: { again: removed, end: added },
  };
}
