import { runSql } from "./sql.js";
import { tableSums } from "./table-sums.js";
import { dataOf, type GraphqlAnswer, type TestServer } from "./test-server.js";

export interface AnsweredIssue {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: string | null;
  readonly priority: string | null;
  readonly rank: string | null;
  readonly revision: number;
  readonly lastEvent: string;
  readonly resolution: string | null;
  readonly archived: boolean;
  readonly closedAt: string | null;
  readonly updatedAt: string;
  readonly status: { readonly id: string; readonly name: string };
  readonly assignee: { readonly name: string } | null;
  readonly author: { readonly name: string } | null;
  readonly unit: { readonly key: string };
  readonly parent: { readonly id: string } | null;
  readonly labels: readonly { readonly id: string; readonly name: string }[] | null;
  readonly estimate: number | null;
  readonly value: number | null;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly commentCount: number | null;
}

const FIELDS = `id key title description type priority rank revision lastEvent resolution archived closedAt updatedAt
  status { id name } assignee { name } author { name } unit { key } parent { id } labels { id name }
  estimate value startDate dueDate commentCount`;

export interface AnsweredComment {
  readonly id: string;
  readonly body: string;
  readonly internal: boolean;
  readonly editedAt: string | null;
  readonly author: { readonly name: string };
  readonly issue: { readonly id: string; readonly revision: number };
}

const COMMENT = "id body internal editedAt author { name } issue { id revision }";

/** The mutations of issues, each with all of its arguments; `m` is the clientMutationId. */
export const DOCUMENTS = {
  createIssue: `mutation($input: CreateIssueInput!) { createIssue(input: $input) { ${FIELDS} } }`,
  updateIssue: `mutation($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $m: String) {
    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $m) { ${FIELDS} } }`,
  moveIssue: `mutation($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $fields: UpdateIssueInput, $m: String) {
    moveIssue(id: $id, status: $status, after: $after, before: $before, revision: $revision, fields: $fields,
      clientMutationId: $m) { ${FIELDS} } }`,
  moveIssues: `mutation($ids: [ID!]!, $status: ID, $after: ID, $before: ID, $m: String) {
    moveIssues(ids: $ids, status: $status, after: $after, before: $before, clientMutationId: $m) {
      id issue { ${FIELDS} } refused { code rule message params } } }`,
  assignIssue: `mutation($id: ID!, $assignee: ID, $m: String) {
    assignIssue(id: $id, assignee: $assignee, clientMutationId: $m) { ${FIELDS} } }`,
  takeIssue: `mutation($id: ID!, $m: String) { takeIssue(id: $id, clientMutationId: $m) { ${FIELDS} } }`,
  closeIssues: `mutation($ids: [ID!]!, $comment: String, $m: String) {
    closeIssues(ids: $ids, comment: $comment, clientMutationId: $m) { ${FIELDS} } }`,
  returnIssues: `mutation($ids: [ID!]!, $reason: String!, $m: String) {
    returnIssues(ids: $ids, reason: $reason, clientMutationId: $m) { ${FIELDS} } }`,
  reopenIssue: `mutation($id: ID!, $reason: String!, $m: String) {
    reopenIssue(id: $id, reason: $reason, clientMutationId: $m) { ${FIELDS} } }`,
  cancelIssue: `mutation($id: ID!, $reason: String!, $m: String) {
    cancelIssue(id: $id, reason: $reason, clientMutationId: $m) { ${FIELDS} } }`,
  mergeIssues: `mutation($from: ID!, $into: ID!, $m: String) {
    mergeIssues(from: $from, into: $into, clientMutationId: $m) { ${FIELDS} } }`,
  archiveIssue: `mutation($id: ID!, $m: String) { archiveIssue(id: $id, clientMutationId: $m) { ${FIELDS} } }`,
  relateIssues: `mutation($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $m: String) {
    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $m) { ${FIELDS} } }`,
  unrelateIssues: `mutation($relation: ID!, $m: String) {
    unrelateIssues(relation: $relation, clientMutationId: $m) { ${FIELDS} } }`,
  undo: `mutation($event: ID!, $m: String) { undo(event: $event, clientMutationId: $m) { id kind } }`,
  addComment: `mutation($issue: ID!, $body: String!, $internal: Boolean, $m: String) {
    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $m) { ${COMMENT} } }`,
  updateComment: `mutation($id: ID!, $body: String!, $m: String) {
    updateComment(id: $id, body: $body, clientMutationId: $m) { ${COMMENT} } }`,
} as const;
export type IssueMutation = keyof typeof DOCUMENTS;

export type Variables = Record<string, unknown>;

/** "OK", or the code with the rule and the field at stake. */
export function outcome(answer: GraphqlAnswer<unknown>): string {
  const error = answer.errors?.[0]?.extensions;
  return error ? [error.code, error.rule, error.field].filter(Boolean).join(" ") : "OK";
}

/** Words for what tests of issues do again and again. */
export class IssueCalls {
  readonly test: TestServer;

  constructor(test: TestServer) {
    this.test = test;
  }

  unit(key: string): string {
    return known(this.test.company.units, key);
  }

  person(login: string): string {
    return known(this.test.company.people, login);
  }

  /** @param name such as "DEV/Review" */
  status(name: string): string {
    return known(this.test.company.statuses, name);
  }

  ask<T = Record<string, unknown>>(
    login: string,
    mutation: IssueMutation,
    variables: Variables,
  ): Promise<GraphqlAnswer<T>> {
    return this.test.as(login)<T>(DOCUMENTS[mutation], variables);
  }

  private async issue(login: string, mutation: IssueMutation, variables: Variables): Promise<AnsweredIssue> {
    const data = dataOf(await this.ask<Record<string, AnsweredIssue>>(login, mutation, variables));
    const issue = data[mutation];
    if (!issue) throw new Error(`${mutation} answered with nothing`);
    return issue;
  }

  create(login: string, unit: string, input: Variables = {}): Promise<AnsweredIssue> {
    const all = { unit: this.unit(unit), title: "Something to do", ...input };
    return this.issue(login, "createIssue", { input: all });
  }

  /** In order: the first one stands at the top of the column. */
  async createColumn(login: string, unit: string, status: string, count: number): Promise<AnsweredIssue[]> {
    const made: AnsweredIssue[] = [];
    for (let at = count; at > 0; at--) {
      const input = { title: `Card ${String(at)}`, status: this.status(`${unit}/${status}`) };
      made.unshift(await this.create(login, unit, input));
    }
    return made;
  }

  update(login: string, issue: { id: string; revision: number }, input: Variables): Promise<AnsweredIssue> {
    return this.issue(login, "updateIssue", { id: issue.id, revision: issue.revision, input });
  }

  move(login: string, id: string, to: Variables = {}): Promise<AnsweredIssue> {
    return this.issue(login, "moveIssue", { id, ...to });
  }

  assign(login: string, id: string, assignee: string | null): Promise<AnsweredIssue> {
    return this.issue(login, "assignIssue", {
      id,
      assignee: assignee === null ? null : this.person(assignee),
    });
  }

  take(login: string, id: string): Promise<AnsweredIssue> {
    return this.issue(login, "takeIssue", { id });
  }

  /** The ids of an error that stand in the way of all (L2). */
  async standInTheWay(login: string, mutation: IssueMutation, variables: Variables): Promise<unknown> {
    const answer = await this.ask(login, mutation, variables);
    return answer.errors?.[0]?.extensions["issues"];
  }

  async done(login: string, mutation: IssueMutation, variables: Variables): Promise<void> {
    dataOf(await this.ask(login, mutation, variables));
  }

  async comment(login: string, issue: string, body: string, internal = false): Promise<AnsweredComment> {
    const variables = { issue, body, internal };
    const answer = await this.ask<{ addComment: AnsweredComment }>(login, "addComment", variables);
    return dataOf(answer).addComment;
  }

  async read(login: string, id: string): Promise<AnsweredIssue | null> {
    const document = `query($id: ID!) { issue(id: $id) { ${FIELDS} } }`;
    return dataOf(await this.test.as(login)<{ issue: AnsweredIssue | null }>(document, { id })).issue;
  }

  /** Ids of each column by its name, from top to bottom, as a person's board shows them. */
  async board(login: string, unit: string, under = false): Promise<ReadonlyMap<string, readonly string[]>> {
    const document =
      "query($unit: ID!, $under: Boolean) { board(unit: $unit, under: $under) { columns { name issueIds } } }";
    interface Answer {
      readonly board: { readonly columns: readonly { readonly name: string; readonly issueIds: string[] }[] };
    }
    const asked = { unit: this.unit(unit), under };
    const { board } = dataOf(await this.test.as(login)<Answer>(document, asked));
    return new Map(board.columns.map(({ name, issueIds }) => [name, issueIds]));
  }

  async column(login: string, unit: string, name: string, under = false): Promise<readonly string[]> {
    return (await this.board(login, unit, under)).get(name) ?? [];
  }

  /** FLO-05: how it ends, when nothing was changed by it; else what has changed. */
  async refused(login: string, mutation: IssueMutation, variables: Variables): Promise<string> {
    const before = await tableSums(this.test);
    const answer = await this.ask(login, mutation, variables);
    const after = await tableSums(this.test);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    return changed.length === 0 ? outcome(answer) : `${outcome(answer)}, but changed ${changed.join(", ")}`;
  }

  /** R2: a member for the time of a work; their right has just ended after it, unseen by any server. */
  async whileMember(login: string, role: string, unit: string, work: () => Promise<unknown>): Promise<void> {
    const { connection } = this.test.database;
    const values = [this.unit(unit), this.person(login), known(this.test.company.roles, role)];
    const insert = "insert into membership (unit_id, user_id, role_id) values ($1, $2, $3) returning id";
    const [made] = await runSql(connection, insert, values);
    await work();
    await runSql(connection, "update membership set ended_at = now() where id = $1", [made?.["id"]]);
  }

  /** A label of a unit, made by hand. */
  async label(unit: string, name: string): Promise<string> {
    const insert = "insert into label (unit_id, name, color) values ($1, $2, 'grey') returning id";
    const [made] = await runSql(this.test.database.connection, insert, [this.unit(unit), name]);
    return String(made?.["id"]);
  }
}

function known(ids: Readonly<Record<string, string>>, name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`the test's company has no ${name}`);
  return id;
}
