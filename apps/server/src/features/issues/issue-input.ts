import type { NewIssue } from "@stafeta/domain/issues/create-issue";
import type { IssueType, Priority } from "@stafeta/domain/issues/issue-kinds";
import type { WantedEdit } from "@stafeta/domain/issues/merge-edit";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import { badInput } from "@stafeta/domain/shared/decision";
import {
  isId,
  type IssueId,
  type LabelId,
  type StatusId,
  type UnitId,
  type UserId,
} from "@stafeta/domain/shared/ids";
import { cleanEstimate, cleanValue } from "@stafeta/domain/shared/numbers";
import { cleanText, cleanTitle } from "@stafeta/domain/shared/text";
import { enforce, notFound, refusedBy } from "../../platform/graphql/refused.js";
import type { CreateIssueInput, UpdateIssueInput } from "./issue-inputs.types.js";

/** Values as they came, brought to the form in which they are kept. None of it asks the database. */

/** An issue that is to be made. */
export interface CleanIssue extends NewIssue {
  readonly title: string;
  readonly description: string | null;
  readonly type: IssueType;
  readonly priority: Priority;
  readonly parentId: IssueId | null;
  readonly estimate: number | null;
  readonly value: number | null;
}

/** @throws RefusedError NOT_FOUND: what is no id answers as what does not exist (R10) */
export function issueIdOf(text: string): IssueId {
  if (!isId(text)) throw notFound();
  return text as IssueId;
}

function required<T>(field: string, given: T | null): T {
  if (given === null) throw refusedBy(badInput(field, "text.required"));
  return given;
}

function orNull<T, U>(given: T | null, clean: (given: T) => U): U | null {
  return given === null ? null : clean(given);
}

const title = (text: string) => enforce(cleanTitle(text, "title"));
const description = (text: string) => enforce(cleanText(text, "description")) || null;
const estimate = (amount: number) => enforce(cleanEstimate(amount));
const value = (amount: number) => enforce(cleanValue(amount));
// The scalar has let through days of the calendar only; whether a label is known, a rule asks.
const day = (text: string) => text as CalendarDate;
const labels = (ids: readonly string[] | null) => [...new Set(ids ?? [])] as LabelId[];

/** @throws RefusedError BAD_USER_INPUT with the field */
export function cleanNewIssue(input: CreateIssueInput): CleanIssue {
  return {
    unitId: input.unit as UnitId,
    statusId: (input.status ?? null) as StatusId | null,
    assigneeId: (input.assignee ?? null) as UserId | null,
    parentId: orNull(input.parent ?? null, issueIdOf),
    labelIds: labels(input.labels ?? null),
    title: title(input.title),
    description: orNull(input.description ?? null, description),
    type: input.type ?? "TASK",
    priority: input.priority ?? "NORMAL",
    estimate: orNull(input.estimate ?? null, estimate),
    value: orNull(input.value ?? null, value),
    startDate: orNull(input.startDate ?? null, day),
    dueDate: orNull(input.dueDate ?? null, day),
  };
}

/** Only what is present is to change; null clears. @throws RefusedError BAD_USER_INPUT with the field */
export function cleanEdit(input: UpdateIssueInput): WantedEdit {
  return {
    ...(input.title !== undefined && { title: title(required("title", input.title)) }),
    ...(input.description !== undefined && { description: orNull(input.description, description) }),
    ...(input.type !== undefined && { type: required("type", input.type) }),
    ...(input.priority !== undefined && { priority: required("priority", input.priority) }),
    ...(input.parent !== undefined && { parent: orNull(input.parent, issueIdOf) }),
    ...(input.labels !== undefined && { labels: labels(input.labels) }),
    ...(input.addLabels && { addLabels: labels(input.addLabels) }),
    ...(input.removeLabels && { removeLabels: labels(input.removeLabels) }),
    ...(input.estimate !== undefined && { estimate: orNull(input.estimate, estimate) }),
    ...(input.value !== undefined && { value: orNull(input.value, value) }),
    ...(input.startDate !== undefined && { startDate: orNull(input.startDate, day) }),
    ...(input.dueDate !== undefined && { dueDate: orNull(input.dueDate, day) }),
  };
}
