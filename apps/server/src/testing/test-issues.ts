import { changesBetween, type RecordValue } from "@stafeta/domain/events/changes";
import type { IssueType, Priority } from "@stafeta/domain/issues/issue-kinds";
import { PRIORITIES } from "@stafeta/domain/issues/issue-kinds";
import { rankBetween } from "@stafeta/domain/issues/rank";
import { inChange, type Author, type Change } from "../access/change.js";
import type { TestServer } from "./test-server.js";

/** An issue for a test, in as few words as it takes. People are logins, units and statuses are named. */
export interface IssueSpec {
  readonly unit: string;
  readonly title?: string;
  readonly status?: string;
  readonly author?: string;
  readonly assignee?: string | null;
  /** Who once held it and does no more (R8). */
  readonly heldBefore?: readonly string[];
  /** An id. */
  readonly parent?: string | null;
  /** Names; made in the unit when they are not there. */
  readonly labels?: readonly string[];
  readonly description?: string | null;
  readonly type?: IssueType;
  readonly priority?: Priority;
  readonly estimate?: number | null;
  readonly value?: number | null;
  readonly dueDate?: string | null;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly archived?: boolean;
  readonly comments?: readonly CommentSpec[];
}

export interface CommentSpec {
  readonly body: string;
  readonly author?: string;
  readonly internal?: boolean;
  /** Where the issue was when it was written; left out: where it is. */
  readonly unit?: string;
}

export interface TestIssue {
  readonly id: string;
  readonly key: string;
  readonly rank: string;
  readonly event: string;
  readonly comments: readonly string[];
}

const FIELDS = [
  "title",
  "description",
  "type",
  "priority",
  "status",
  "unit",
  "author",
  "assignee",
  "parent",
  "labels",
  "estimate",
  "value",
  "dueDate",
  "rank",
] as const;

async function one(change: Change, text: string, values: readonly unknown[]): Promise<unknown> {
  const [row] = await change.rows(text, values);
  return row?.[0];
}

async function labelIds(change: Change, unitId: string, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const find = "select id from label where unit_id = $1 and name = $2";
    const make = "insert into label (unit_id, name, color) values ($1, $2, 'gray') returning id";
    const found = await one(change, find, [unitId, name]);
    const id = String(found ?? (await one(change, make, [unitId, name])));
    ids.push(id);
    if (found === undefined) {
      change.record({ kind: "LABEL_CREATED", entity: "label", entityId: id, unitId, changes: [] });
    }
  }
  return ids;
}

function known(ids: Readonly<Record<string, string>>, name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`the test's company has no ${name}`);
  return id;
}

async function valuesOf(test: TestServer, change: Change, spec: IssueSpec) {
  const { units, people, statuses } = test.company;
  const unit = known(units, spec.unit);
  const last = (await one(change, "select max(rank) from issue", [])) as string | null;
  return {
    title: spec.title ?? "Something to do",
    description: spec.description ?? null,
    type: spec.type ?? "TASK",
    priority: spec.priority ?? "NORMAL",
    status: known(statuses, `${spec.unit}/${spec.status ?? "Backlog"}`),
    unit,
    author: known(people, spec.author ?? "boss"),
    assignee: spec.assignee == null ? null : known(people, spec.assignee),
    parent: spec.parent ?? null,
    labels: await labelIds(change, unit, spec.labels ?? []),
    estimate: spec.estimate ?? null,
    value: spec.value ?? null,
    dueDate: spec.dueDate ?? null,
    rank: rankBetween(last, null),
  } satisfies Record<(typeof FIELDS)[number], RecordValue>;
}

const INSERT = `insert into issue (key, key_prefix, key_number, unit_id, title, description, type, priority, status_id, author_id,
  assignee_id, parent_id, label_ids, estimate, value, due_date, rank, archived, created_at, updated_at, closed_at, resolution,
  last_event) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
  returning id`;

async function insertIssue(
  change: Change,
  spec: IssueSpec,
  values: Awaited<ReturnType<typeof valuesOf>>,
): Promise<{ id: string; key: string; updatedAt: string }> {
  const count =
    "update unit_counter set last_number = last_number + 1 where unit_id = $1 returning last_number";
  const number = (await one(change, count, [values.unit])) as number;
  const key = `${spec.unit}-${String(number)}`;
  const createdAt = spec.createdAt ?? change.now;
  const updatedAt = spec.updatedAt ?? createdAt;
  const closedAt = spec.status === "Closed" ? updatedAt : null;
  const resolution = spec.status === "Closed" || spec.status === "Resolved" ? "DONE" : null;
  const id = await one(change, INSERT, [
    ...[key, spec.unit, number, values.unit, values.title, values.description, values.type],
    ...[PRIORITIES.indexOf(values.priority), values.status, values.author, values.assignee, values.parent],
    ...[values.labels, values.estimate, values.value, values.dueDate, values.rank, spec.archived ?? false],
    ...[createdAt, updatedAt, closedAt, resolution, change.nextEvent],
  ]);
  return { id: String(id), key, updatedAt };
}

async function writeHolders(test: TestServer, change: Change, spec: IssueSpec, id: string): Promise<void> {
  const insert = "insert into issue_holder (issue_id, user_id, since, until) values ($1, $2, $3, $4)";
  for (const login of spec.heldBefore ?? []) {
    await change.rows(insert, [id, known(test.company.people, login), change.now, change.now]);
  }
  if (spec.assignee != null)
    await change.rows(insert, [id, known(test.company.people, spec.assignee), change.now, null]);
}

async function writeComment(
  test: TestServer,
  change: Change,
  issue: { readonly id: string; readonly unitId: string; readonly authorId: string },
  comment: CommentSpec,
): Promise<string> {
  const unitId = comment.unit === undefined ? issue.unitId : known(test.company.units, comment.unit);
  const internal = comment.internal ?? false;
  const insert = `insert into comment (issue_id, author_id, body, internal, unit_id, created_at)
    values ($1, $2, $3, $4, $5, $6) returning id`;
  const authorId = known(test.company.people, comment.author ?? "boss");
  const row = [issue.id, authorId, comment.body, internal, unitId, change.now];
  const id = String(await one(change, insert, row));
  change.record({
    kind: "COMMENT_ADDED",
    entity: "comment",
    entityId: id,
    issueId: issue.id,
    unitId: issue.unitId,
    authorId: issue.authorId,
    internalUnitId: internal ? unitId : null,
    changes: [{ field: "body", before: null, after: comment.body }],
  });
  return id;
}

async function makeIssue(
  test: TestServer,
  change: Change,
  spec: IssueSpec,
  actorId: string,
): Promise<TestIssue> {
  const values = await valuesOf(test, change, spec);
  const { id, key, updatedAt } = await insertIssue(change, spec, values);
  await writeHolders(test, change, spec, id);
  const event = change.record({
    kind: "ISSUE_CREATED",
    entity: "issue",
    entityId: id,
    issueId: id,
    unitId: values.unit,
    assigneeId: values.assignee,
    authorId: values.author,
    changes: changesBetween(null, values, FIELDS),
    // The time of the newest event is that of the change (L4).
    ...(updatedAt !== change.now && { past: { at: updatedAt, actorId } }),
  });
  const comments: string[] = [];
  for (const comment of spec.comments ?? []) {
    const issue = { id, unitId: values.unit, authorId: values.author };
    comments.push(await writeComment(test, change, issue, comment));
  }
  return { id, key, rank: values.rank, event, comments };
}

/** Who acts in a change that a test makes without a request. */
export function actingAs(test: TestServer, login: string): Author {
  return {
    userId: known(test.company.people, login),
    onBehalfOf: null,
    address: null,
    clientMutationId: null,
  };
}

/** Writes issues straight into the database, each with its event (L4), in the order given; ranks go on from the last. */
export async function makeIssues<const Specs extends readonly IssueSpec[]>(
  test: TestServer,
  specs: Specs,
  actor = "boss",
): Promise<{ -readonly [Index in keyof Specs]: TestIssue }> {
  const made: TestIssue[] = [];
  const author = actingAs(test, actor);
  await inChange(test.server.access, author, async ({ change }) => {
    for (const spec of specs) made.push(await makeIssue(test, change, spec, author.userId));
  });
  return made as { -readonly [Index in keyof Specs]: TestIssue };
}
