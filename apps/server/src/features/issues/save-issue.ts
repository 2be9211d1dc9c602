import { changesBetween, type FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { Concerned } from "@stafeta/domain/issues/concerned";
import { PRIORITIES, type Resolution } from "@stafeta/domain/issues/issue-kinds";
import type { EditableValues } from "@stafeta/domain/issues/merge-edit";
import type { StatusId, UserId } from "@stafeta/domain/shared/ids";
import type { Change, NewEvent } from "../../access/change.js";
import { updateIssueRow, WRITTEN_COLUMNS, type WrittenField } from "./issue-write.queries.js";
import type { LockedIssue } from "./locked-issue.js";

/** All of an issue that changes write, by the names of the schema: what events tell (I8). */
export interface IssueValues extends EditableValues {
  readonly status: StatusId;
  readonly assignee: UserId | null;
  readonly rank: string;
  readonly resolution: Resolution | null;
  readonly closedAt: Date | null;
  readonly archived: boolean;
}

export const WRITTEN_FIELDS = Object.keys(WRITTEN_COLUMNS) as WrittenField[];

/** Priorities sort as numbers, and instants enter the table as they enter the log. */
function columnValue(field: WrittenField, value: IssueValues[WrittenField] | undefined): unknown {
  if (value instanceof Date) return value.toISOString();
  return field === "priority" ? PRIORITIES.findIndex((priority) => priority === value) : value;
}

export function columnValues(
  values: Partial<IssueValues>,
  fields: readonly WrittenField[],
): Map<WrittenField, unknown> {
  return new Map(fields.map((field) => [field, columnValue(field, values[field])]));
}

/** I9: what sight of the issue hangs on, before the change and after it. */
function sightFacts({ facts }: LockedIssue, assigneeId: UserId | null) {
  return {
    issueId: facts.id,
    unitId: facts.unitId,
    unitBefore: facts.unitId,
    authorId: facts.authorId,
    assigneeId,
    assigneeBefore: facts.assigneeId,
    stepUnitId: facts.stepUnitId,
    stepUnitBefore: facts.stepUnitId,
  };
}

/** Most changes concern nobody: their events say nothing of it. */
export function told(concerned: Concerned | undefined): Pick<NewEvent, "concernedIds"> {
  return concerned?.length ? { concernedIds: concerned } : {};
}

export interface SavedChange {
  /** The present values of at least the fields of `after`. */
  readonly before: Partial<IssueValues>;
  readonly after: Partial<IssueValues>;
  /** What the same event tells beside the issue's own columns, such as a reason or its relations. */
  readonly also?: readonly FieldChange[];
  /** B4: whom it concerns, beside who sees it. */
  readonly concerned?: Concerned;
  /** The event that it takes back (I6). */
  readonly undoes?: string;
}

/**
 * L4, I5: writes what differs with its event, and raises the revision. Nothing differs: nothing is written, for an event
 * tells of a change.
 *
 * @returns the id of the event; null: nothing was written
 */
export async function saveIssue(
  change: Change,
  issue: LockedIssue,
  kind: EventKind,
  { before, after, also = [], concerned, undoes }: SavedChange,
): Promise<string | null> {
  const given = WRITTEN_FIELDS.filter((field) => after[field] !== undefined);
  const changes = [...changesBetween(before, after, given), ...also];
  if (changes.length === 0) return null;
  const assigneeId = after.assignee === undefined ? issue.facts.assigneeId : after.assignee;
  const facts = {
    ...sightFacts(issue, assigneeId),
    ...told(concerned),
    ...(undoes !== undefined && { undoes }),
  };
  const event = change.record({ kind, entity: "issue", entityId: issue.facts.id, changes, ...facts });
  const changed = given.filter((field) => changes.some((one) => one.field === field));
  await updateIssueRow(change, issue.facts.id, columnValues(after, changed), { id: event, at: change.now });
  return event;
}

/** An event of the issue about something that hangs on it: raises the revision too (I5). @returns its id */
export async function saveBelowIssue(
  change: Change,
  issue: LockedIssue,
  below: Pick<NewEvent, "kind" | "entity" | "entityId" | "internalUnitId" | "undoes"> & {
    readonly changes: readonly FieldChange[];
    readonly concerned?: Concerned;
  },
): Promise<string> {
  const { concerned, ...news } = below;
  const facts = { ...sightFacts(issue, issue.facts.assigneeId), ...told(concerned) };
  const event = change.record({ ...facts, ...news });
  await updateIssueRow(change, issue.facts.id, new Map(), { id: event, at: change.now });
  return event;
}
