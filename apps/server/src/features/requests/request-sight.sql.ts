import { REQUEST_SIGHT } from "@stafeta/domain/requests/request-fields";
import { kindsFor } from "@stafeta/domain/events/event-sight";
import type { Sql } from "../../platform/db/sql.js";
import type { EventReader, EventScope } from "../events/event-readers.js";
import { ISSUE_EVENTS } from "../issues/history/issue-events.sql.js";
import { readsField, seesIssue } from "../issues/issue-sight.sql.js";

/** H6, R10: a request is there for who asked, who decided, and the MANAGERs of the issue as it is now, while they see it. */
export function seesRequest(scope: EventScope, sql: Sql, request: string, issue: string): string {
  const heads = readsField(scope, sql, issue, REQUEST_SIGHT);
  const me = sql.id(scope.viewer.userId);
  const isMine = `coalesce(${request}.asked_by = ${me} or ${request}.decided_by = ${me}, false)`;
  return `(${seesIssue(scope, sql, issue)} and (${heads} or ${isMine}))`;
}

function ofSeenRequest(scope: EventScope, sql: Sql): string {
  return `exists (select from issue_request q join issue j on j.id = q.issue_id
    where q.id = e.entity_id and ${seesRequest(scope, sql, "q", "j")})`;
}

/** I9, PER-05: an event of a request is masked as one of its issue, for those who read the request. */
export const REQUEST_EVENTS: EventReader = {
  kinds: kindsFor("REQUEST"),
  changes: (scope, sql) =>
    `case when ${ofSeenRequest(scope, sql)} then ${ISSUE_EVENTS.changes(scope, sql)} end`,
  exists: (scope, sql) => `(${ofSeenRequest(scope, sql)} and ${ISSUE_EVENTS.exists(scope, sql)})`,
  among: ISSUE_EVENTS.among,
};
