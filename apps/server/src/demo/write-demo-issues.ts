import { changesBetween, type FieldChange } from "@stafeta/domain/events/changes";
import { PRIORITIES } from "@stafeta/domain/issues/issue-kinds";
import { spreadRanks } from "@stafeta/domain/issues/spread-ranks";
import type { Change, NewEvent } from "../access/change.js";
import type { DemoIssue, Happening } from "./demo-history.js";
import { DEMO_HANDOFFS } from "./demo-handoffs.js";
import { Random } from "./random.js";
import { idOf, type DemoIds } from "./write-demo-company.js";

/** An issue on its way into the database. */
interface Draft {
  readonly issue: DemoIssue;
  readonly key: string;
  readonly number: number;
  readonly rank: string;
  id: string;
  assignee: string | null;
  status: string;
  closedAt: string | null;
  revision: number;
  lastEvent: string;
  updatedAt: string;
}

function at(happening: Happening): string {
  return happening.at.toISOString();
}

/** Keys in the order of creation, ranks in none: one order over the company (I4). What is to be handed off stands last. */
function draftsOf(issues: readonly DemoIssue[]): Draft[] {
  const all = spreadRanks(null, null, issues.length);
  const mixed = issues.length - DEMO_HANDOFFS.length;
  const ranks = [...new Random(7).shuffled(all.slice(0, mixed)), ...all.slice(mixed)];
  const numbers = new Map<string, number>();
  return issues.map((issue, index) => {
    const number = (numbers.get(issue.unit) ?? 0) + 1;
    numbers.set(issue.unit, number);
    const blank = {
      id: "",
      assignee: null,
      status: "Backlog",
      closedAt: null,
      revision: 0,
      lastEvent: "0",
      updatedAt: "",
    };
    return { issue, key: `${issue.unit}-${String(number)}`, number, rank: ranks[index] ?? "", ...blank };
  });
}

const INSERT = `/* demo */ insert into issue (key, key_prefix, key_number, unit_id, title, description, type, priority, status_id,
  author_id, parent_id, label_ids, estimate, value, start_date, due_date, rank, created_at, updated_at, last_event)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, 0) returning id`;

async function insertIssue(
  change: Change,
  ids: DemoIds,
  drafts: readonly Draft[],
  draft: Draft,
): Promise<void> {
  const { issue, key, number, rank } = draft;
  const labels = (ids.labels.get(issue.unit) ?? []).filter((_, index) => issue.labels.includes(index));
  const created = issue.happenings[0];
  if (!created) throw new Error(`${key} was never created`);
  const [row] = await change.rows(INSERT, [
    key,
    issue.unit,
    number,
    idOf(ids.units, issue.unit),
    issue.title,
    issue.description,
    issue.type,
    PRIORITIES.indexOf(issue.priority),
    idOf(ids.statuses, `${issue.unit}/Backlog`),
    idOf(ids.people, issue.author),
    issue.parent === null ? null : drafts[issue.parent]?.id,
    labels,
    issue.estimate,
    issue.value,
    issue.startDate,
    issue.dueDate,
    rank,
    at(created),
  ]);
  draft.id = String(row?.[0]);
}

const CREATED_FIELDS = [
  "title",
  "description",
  "type",
  "priority",
  "status",
  "unit",
  "author",
  "parent",
  "labels",
  "estimate",
  "value",
  "startDate",
  "dueDate",
  "rank",
] as const;

function createdChanges(ids: DemoIds, drafts: readonly Draft[], { issue, rank }: Draft): FieldChange[] {
  const labels = (ids.labels.get(issue.unit) ?? []).filter((_, index) => issue.labels.includes(index));
  const after = {
    ...issue,
    status: idOf(ids.statuses, `${issue.unit}/Backlog`),
    unit: idOf(ids.units, issue.unit),
    author: idOf(ids.people, issue.author),
    parent: issue.parent === null ? null : (drafts[issue.parent]?.id ?? null),
    labels,
    rank,
  };
  return changesBetween(null, after, CREATED_FIELDS);
}

/** Resolved and closed work has a resolution, closed work the time of its closing (I3, L5). */
function movedChanges(ids: DemoIds, draft: Draft, from: string, to: string, when: string): FieldChange[] {
  const status = (name: string) => idOf(ids.statuses, `${draft.issue.unit}/${name}`);
  const changes: FieldChange[] = [{ field: "status", before: status(from), after: status(to) }];
  if (to === "Resolved") changes.push({ field: "resolution", before: null, after: "DONE" });
  if (to === "Closed") changes.push({ field: "closedAt", before: null, after: when });
  return changes;
}

async function holdFrom(
  change: Change,
  ids: DemoIds,
  draft: Draft,
  login: string,
  when: string,
): Promise<void> {
  const end = "/* demo */ update issue_holder set until = $2 where issue_id = $1 and until is null";
  if (draft.assignee !== null) await change.rows(end, [draft.id, when]);
  const begin = "/* demo */ insert into issue_holder (issue_id, user_id, since) values ($1, $2, $3)";
  await change.rows(begin, [draft.id, idOf(ids.people, login), when]);
  draft.assignee = login;
}

async function writeComment(
  change: Change,
  ids: DemoIds,
  draft: Draft,
  happening: Happening,
): Promise<string> {
  if (happening.what.kind !== "COMMENTED") throw new Error("no comment");
  const { body, internal } = happening.what;
  const [row] = await change.rows(
    `/* demo */ insert into comment (issue_id, author_id, body, internal, unit_id, created_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      draft.id,
      idOf(ids.people, happening.actor),
      body,
      internal,
      idOf(ids.units, draft.issue.unit),
      at(happening),
    ],
  );
  return String(row?.[0]);
}

type EventPart = Pick<NewEvent, "kind" | "changes"> & Partial<NewEvent>;

async function eventOf(
  change: Change,
  ids: DemoIds,
  drafts: readonly Draft[],
  draft: Draft,
  happening: Happening,
): Promise<EventPart> {
  const { what } = happening;
  if (what.kind === "CREATED") return { kind: "ISSUE_CREATED", changes: createdChanges(ids, drafts, draft) };
  if (what.kind === "MOVED") {
    draft.status = what.to;
    if (what.to === "Closed") draft.closedAt = at(happening);
    return { kind: "ISSUE_MOVED", changes: movedChanges(ids, draft, what.from, what.to, at(happening)) };
  }
  if (what.kind === "ASSIGNED") {
    const before = draft.assignee === null ? null : idOf(ids.people, draft.assignee);
    await holdFrom(change, ids, draft, what.to, at(happening));
    const changes = [{ field: "assignee", before, after: idOf(ids.people, what.to) }];
    return { kind: "ISSUE_ASSIGNED", changes, assigneeBefore: before };
  }
  const commentId = await writeComment(change, ids, draft, happening);
  const internalUnitId = what.internal ? idOf(ids.units, draft.issue.unit) : null;
  const changes = changesBetween(null, { body: what.body, internal: what.internal }, ["body", "internal"]);
  return { kind: "COMMENT_ADDED", entity: "comment", entityId: commentId, changes, internalUnitId };
}

async function happen(
  change: Change,
  ids: DemoIds,
  drafts: readonly Draft[],
  draft: Draft,
  happening: Happening,
): Promise<void> {
  const part = await eventOf(change, ids, drafts, draft, happening);
  const assigneeId = draft.assignee === null ? null : idOf(ids.people, draft.assignee);
  draft.lastEvent = change.record({
    entity: "issue",
    entityId: draft.id,
    issueId: draft.id,
    unitId: idOf(ids.units, draft.issue.unit),
    unitBefore: part.kind === "ISSUE_CREATED" ? null : idOf(ids.units, draft.issue.unit),
    authorId: idOf(ids.people, draft.issue.author),
    assigneeBefore: assigneeId,
    ...part,
    assigneeId,
    past: { at: at(happening), actorId: idOf(ids.people, happening.actor) },
  });
  draft.revision += 1;
  draft.updatedAt = at(happening);
}

async function finish(change: Change, ids: DemoIds, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map((draft) => ({
    id: draft.id,
    status: idOf(ids.statuses, `${draft.issue.unit}/${draft.status}`),
    assignee: draft.assignee === null ? null : idOf(ids.people, draft.assignee),
    resolution: draft.status === "Resolved" || draft.status === "Closed" ? "DONE" : null,
    closed: draft.closedAt,
    revision: draft.revision,
    event: draft.lastEvent,
    updated: draft.updatedAt,
  }));
  await change.rows(
    `/* demo */ update issue i set status_id = r.status, assignee_id = r.assignee, resolution = r.resolution,
       closed_at = r.closed, revision = r.revision, last_event = r.event, updated_at = r.updated
     from jsonb_to_recordset($1::jsonb) r(id bigint, status bigint, assignee bigint, resolution text, closed timestamptz,
       revision int, event bigint, updated timestamptz) where i.id = r.id`,
    [JSON.stringify(rows)],
  );
  await change.rows(
    `/* demo */ update unit_counter c set last_number = n.last
     from (select key_prefix, max(key_number) as last from issue group by key_prefix) n, unit u
     where u.key = n.key_prefix and c.unit_id = u.id`,
    [],
  );
}

/** Issues with their whole past, event by event in the order in which it happened (I8, I9). */
export async function writeDemoIssues(
  change: Change,
  ids: DemoIds,
  issues: readonly DemoIssue[],
): Promise<void> {
  const drafts = draftsOf(issues);
  for (const draft of drafts) await insertIssue(change, ids, drafts, draft);
  const happenings = drafts.flatMap((draft) =>
    draft.issue.happenings.map((happening) => ({ draft, happening })),
  );
  const inOrder = happenings.toSorted((a, b) => a.happening.at.getTime() - b.happening.at.getTime());
  for (const { draft, happening } of inOrder) await happen(change, ids, drafts, draft, happening);
  await finish(change, ids, drafts);
}
