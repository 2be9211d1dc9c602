import { changesBetween } from "@stafeta/domain/events/changes";
import { concernedByCreation } from "@stafeta/domain/issues/concerned";
import { canCreateIssue } from "@stafeta/domain/issues/create-issue";
import { resolutionAfter } from "@stafeta/domain/issues/workflow";
import type { Status, Unit } from "@stafeta/domain/org/company";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { ViewerChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { changeOnce } from "../../access/change-once.js";
import { cleanNewIssue, type CleanIssue } from "./issue-input.js";
import type { CreateIssueInput } from "./issue-inputs.types.js";
import { changeHolderRow, insertIssueRow } from "./issue-write.queries.js";
import { requireSeen } from "./locked-issue.js";
import { placeCard } from "./moves/place-card.js";
import { gapAtTop } from "./moves/ranks.queries.js";
import { columnValues, told as toldOf, WRITTEN_FIELDS, type IssueValues } from "./save-issue.js";

/** L5: archived it can only become. */
const FIRST_FIELDS = WRITTEN_FIELDS.filter((field) => field !== "archived");
/** What a creation tells (I8): what is given to it, and what it begins with. */
const CREATED_FIELDS = ["key", "unit", "author", ...FIRST_FIELDS] as const;

/**
 * R5: an issue with all its conditions, at the top of its column (I4). L3: it begins in its unit, with a holder whom the
 * rules allow.
 *
 * @returns its id
 * @throws RefusedError with code and rule; NOT_FOUND for a unit, status, person or parent that does not exist for the viewer
 */
export function createIssue(context: RequestContext, input: CreateIssueInput): Promise<string> {
  const wanted = cleanNewIssue(input);
  const { clientMutationId, ...rest } = input;
  return changeOnce(context, { operation: "createIssue", input: rest, clientMutationId }, async (tx) => {
    await requireSeen(tx, wanted.parentId);
    const today = dayIn(tx.company.timeZone, new Date(tx.change.now));
    const status = enforce(canCreateIssue(tx.company, tx.viewer, wanted, today));
    const unit = tx.company.unitById.get(wanted.unitId);
    if (!unit) throw notFound();
    return insertIssue(tx, wanted, unit, status);
  });
}

async function valuesOf({ change }: ViewerChange, wanted: CleanIssue, status: Status): Promise<IssueValues> {
  const gap = await gapAtTop(change, { unitId: wanted.unitId, statusId: status.id }, null);
  const { title, description, type, priority, estimate, value, startDate, dueDate } = wanted;
  return {
    ...{ title, description, type, priority, estimate, value, startDate, dueDate },
    parent: wanted.parentId,
    labels: wanted.labelIds,
    assignee: wanted.assigneeId,
    status: status.id,
    rank: await placeCard(change, gap, null),
    resolution: resolutionAfter(status.category, null),
    closedAt: status.category === "CLOSED" ? new Date(change.now) : null,
    archived: false,
  };
}

async function insertIssue(
  tx: ViewerChange,
  wanted: CleanIssue,
  unit: Unit,
  status: Status,
): Promise<string> {
  const { change, company, viewer } = tx;
  const values = await valuesOf(tx, wanted, status);
  const { id, key } = await insertIssueRow(change, {
    unitId: unit.id,
    unitKey: unit.key,
    authorId: viewer.userId,
    at: change.now,
    event: change.nextEvent,
    values: columnValues(values, FIRST_FIELDS),
  });
  const told = { ...values, key, unit: unit.id, author: viewer.userId };
  change.record({
    kind: "ISSUE_CREATED",
    entity: "issue",
    entityId: id,
    issueId: id,
    changes: changesBetween(null, told, CREATED_FIELDS),
    unitId: unit.id,
    authorId: viewer.userId,
    assigneeId: values.assignee,
    ...toldOf(concernedByCreation(company, { assigneeId: values.assignee, description: values.description })),
  });
  if (values.assignee !== null) await changeHolderRow(change, id, values.assignee, change.now);
  return id;
}
