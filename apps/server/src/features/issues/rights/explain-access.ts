import {
  explainAccess,
  mayExplain,
  type AccessExplanation,
  type Explained,
} from "@stafeta/domain/issues/explain-access";
import type { FactsOfCan } from "@stafeta/domain/issues/issue-can";
import type { Resolution } from "@stafeta/domain/issues/issue-kinds";
import { resolutionAfter } from "@stafeta/domain/issues/workflow";
import { viewerOf } from "@stafeta/domain/rights/viewer";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import { refuse } from "@stafeta/domain/shared/decision";
import { isId, type IssueId, type StatusId, type UnitId, type UserId } from "@stafeta/domain/shared/ids";
import { STAMP, type ReadScope } from "../../../access/read-scope.js";
import type { Row } from "../../../platform/db/database.js";
import { Sql } from "../../../platform/db/sql.js";
import { badInputError, enforce, notFound, refusedBy } from "../../../platform/graphql/refused.js";
import { seesIssue } from "../issue-sight.sql.js";

export interface DescribedIssue {
  readonly unit: string;
  readonly status: string;
  readonly author: string;
  readonly assignee?: string | null | undefined;
}

export interface ExplainQuestion {
  readonly user: string;
  readonly issue: string | null | undefined;
  readonly described: DescribedIssue | null | undefined;
}

/** R10: an issue that the asker does not see answers as one that does not exist, whoever is asked about. */
async function factsOfIssue(scope: ReadScope, id: string, userId: UserId): Promise<FactsOfCan> {
  const sql = new Sql();
  const person = sql.id(userId);
  const [row] = await scope.rows(
    `/* explainedIssue */ select ${STAMP}, i.unit_id, i.assignee_id, i.author_id, i.status_id, i.archived,
       i.unfinished_child_count, i.revision, i.step_unit_id, i.resolution,
       exists (select from issue_holder h where h.issue_id = i.id and h.user_id = ${person})
         or exists (select from issue_follower f where f.issue_id = i.id and f.user_id = ${person})
     from issue i where i.id = ${sql.id(id)} and ${seesIssue(scope, sql, "i")}`,
    sql,
  );
  if (!row) throw notFound();
  return factsFrom(scope, id as IssueId, row);
}

function factsFrom({ company }: ReadScope, id: IssueId, row: Row): FactsOfCan {
  const [, unitId, assigneeId, authorId, statusId] = row as [string, UnitId, UserId | null, UserId, StatusId];
  const [archived, unfinishedSubIssues, revision, stepUnitId, resolution, followed] = row.slice(5) as [
    boolean,
    number,
    number,
    UnitId | null,
    Resolution | null,
    boolean,
  ];
  const status = company.statusById.get(statusId);
  if (!status) throw new Error(`status ${statusId} is unknown`);
  const unitArchived = company.unitById.get(unitId)?.archived ?? false;
  const hatFacts = { unitId, assigneeId, authorId, followed, stepUnitId };
  const state = { status, resolution, archived, unitArchived, inTransit: stepUnitId !== null };
  return { id, ...hatFacts, ...state, unfinishedSubIssues, revision };
}

/** All staff know units and people (R8), so a description tells nothing that is not known. */
function factsDescribed({ company }: ReadScope, described: DescribedIssue): FactsOfCan {
  const unit = company.unitById.get(described.unit as UnitId);
  const status = company.statusById.get(described.status as StatusId);
  const author = company.personById.get(described.author as UserId);
  const assignee = described.assignee == null ? null : company.personById.get(described.assignee as UserId);
  if (!unit || !status || !author || assignee === undefined) throw notFound();
  if (status.unitId !== unit.id) {
    throw badInputError("status", "The status belongs to another unit", "issue.statusOfOtherUnit");
  }
  return {
    id: "0" as IssueId,
    unitId: unit.id,
    assigneeId: assignee?.id ?? null,
    authorId: author.id,
    followed: false,
    stepUnitId: null,
    status,
    resolution: resolutionAfter(status.category, null),
    inTransit: false,
    archived: false,
    unitArchived: unit.archived,
    unfinishedSubIssues: 0,
    revision: 1,
  };
}

function verdictAnswer(verdict: Explained): object {
  const { allowed, rule } = verdict;
  if (verdict.allowed) return { allowed, rule, by: verdict.by, message: null, params: null };
  return { allowed, rule, by: null, message: verdict.message, params: verdict.params };
}

function answerOf({ hats, fields, actions }: AccessExplanation): object {
  return {
    hats,
    fields: fields.map(({ field, read, write }) => ({
      field,
      read: verdictAnswer(read),
      write: verdictAnswer(write),
    })),
    actions: actions.map(({ action, verdict }) => ({ action, verdict: verdictAnswer(verdict) })),
  };
}

/**
 * R12, "view as". @throws RefusedError NOT_FOUND for an issue that the asker does not see, FORBIDDEN for others' rights
 * without managing them there, CONFLICT for who is not active
 */
export async function explainAccessFor(scope: ReadScope, question: ExplainQuestion): Promise<object> {
  const { issue, described } = question;
  if ((issue == null) === (described == null)) {
    throw badInputError("issue", "Name either an issue or describe one", "access.issueOrDescribed");
  }
  const { company } = scope;
  const userId = question.user as UserId;
  if (!company.personById.has(userId) || (issue != null && !isId(issue))) throw notFound();
  const facts =
    issue != null
      ? await factsOfIssue(scope, issue, userId)
      : factsDescribed(scope, described as DescribedIssue);
  enforce(mayExplain(company, scope.viewer, userId, facts));
  const person = viewerOf(company, userId, dayIn(company.timeZone, new Date()));
  if (!person) throw refusedBy(refuse("CONFLICT", "R2", "member.inactive"));
  return answerOf(explainAccess(company, person, facts));
}
