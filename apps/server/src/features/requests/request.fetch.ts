import type { RequestState } from "@stafeta/domain/requests/request";
import { STAMP, type ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import type { Lookup } from "../../platform/graphql/record-plan.js";
import type { FieldUse, Selection } from "../../platform/graphql/selection.js";
import { registerEventReader } from "../events/event-readers.js";
import { grouped, inboxUnits, selectionOf } from "../handoff/handoff.fetch.js";
import type { Variables } from "../issues/issue.fetch.js";
import { ISSUE_TYPE, type IssueReading } from "../issues/issue.plan.js";
import { seesIssue } from "../issues/issue-sight.sql.js";
import { RequestPlan } from "./request.plan.js";
import { REQUEST_EVENTS, seesRequest } from "./request-sight.sql.js";

const REQUESTS = "issue_request q join issue i on i.id = q.issue_id";
/** More than anybody answers in a day. */
const LIMIT = 500;
const LIMIT_OF_ISSUE = 100;

/** One request, or null when there is none that the viewer sees. */
export async function requestById(
  scope: ReadScope,
  id: string,
  selection: Selection,
  variables: Variables,
): Promise<object | null> {
  const plan = new RequestPlan(scope, selection, variables);
  const { sql } = plan;
  const text = `/* request */ select ${STAMP}, ${plan.columns} from ${REQUESTS}
    where q.id = ${sql.id(id)} and ${seesRequest(scope, sql, "q", "i")}`;
  const [request] = await plan.build(await scope.rows(text, sql));
  return request ?? null;
}

/** H6: what waits for a head, the longest waiting first; those who were asked by name, as with hand-offs (H5). */
export async function requestInbox(
  scope: ReadScope,
  selection: Selection,
  variables: Variables,
): Promise<object[]> {
  const units = inboxUnits(scope);
  if (units.length === 0) return [];
  const plan = new RequestPlan(scope, selection, variables);
  const { sql } = plan;
  // While it is pending, the issue is in the unit that was asked.
  const text = `/* requestInbox */ select ${STAMP}, ${plan.columns} from ${REQUESTS}
    where q.state = 'PENDING' and q.unit_id = any(${sql.ids(units)}) and ${seesRequest(scope, sql, "q", "i")}
    order by q.asked_at, q.id limit ${sql.param(LIMIT)}::int`;
  return plan.build(await scope.rows(text, sql));
}

/** What the viewer asked for, the newest first. @param state null: whatever became of it */
export async function myRequests(
  scope: ReadScope,
  state: RequestState | null,
  selection: Selection,
  variables: Variables,
): Promise<object[]> {
  const plan = new RequestPlan(scope, selection, variables);
  const { sql } = plan;
  const isAsked = state === null ? "true" : `q.state = ${sql.param(state)}`;
  const text = `/* myRequests */ select ${STAMP}, ${plan.columns} from ${REQUESTS}
    where q.asked_by = ${sql.id(scope.viewer.userId)} and ${isAsked} and ${seesIssue(scope, sql, "i")}
    order by q.id desc limit ${sql.param(LIMIT)}::int`;
  return plan.build(await scope.rows(text, sql));
}

/** What was asked of each issue, the newest first. */
async function loadOfIssues(
  { scope, variables }: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  if (rows.length === 0) return () => [];
  const plan = new RequestPlan(scope, selectionOf(uses), variables);
  const { sql } = plan;
  const ids = [...new Set(rows.map((row) => row[1] as string))];
  const text = `/* requestsOfIssues */ select ${STAMP}, ${plan.columns} from issue i
    cross join lateral (select q.* from issue_request q where q.issue_id = i.id and ${seesRequest(scope, sql, "q", "i")}
      order by q.id desc limit ${sql.param(LIMIT_OF_ISSUE)}::int) q
    where i.id = any(${sql.ids(ids)}) order by q.id desc`;
  const found = await scope.rows(text, sql);
  const byIssue = grouped(
    found.map((row) => row[2] as string),
    await plan.build(found),
  );
  return (row) => byIssue.get(row[1] as string) ?? [];
}

/** Called once: what requests add to issues and the log, which come before them and know nothing of them. */
export function registerRequests(): void {
  ISSUE_TYPE.fields["requests"] = { value: "n(r)", load: loadOfIssues, isPersonal: true };
  registerEventReader(REQUEST_EVENTS);
}
