import { outcome, type IssueCalls } from "./issue-calls.js";
import { runSql } from "./sql.js";
import { tableSums } from "./table-sums.js";
import { dataOf, type GraphqlAnswer } from "./test-server.js";

export interface AnsweredEvent {
  readonly id: string;
  readonly kind: string;
  readonly operation: string;
  readonly undoes: string | null;
  readonly undoable: boolean;
  readonly clientMutationId: string | null;
  readonly actor: { readonly name: string } | null;
  readonly issue: { readonly id: string } | null;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

const EVENT =
  "id kind operation undoes undoable clientMutationId actor { name } issue { id } changes { field before after }";
export const UNDO = `mutation($event: ID!, $m: String) { undo(event: $event, clientMutationId: $m) { ${EVENT} } }`;
const HISTORY = `query($issue: ID!) { events(issue: $issue, first: 100) { nodes { ${EVENT} } } }`;

/** What of a record undo brings back (A11-06): all but its history. */
const STATE = `select title, description, type, priority, status_id, assignee_id, parent_id, label_ids, estimate, value, start_date,
  due_date, rank, resolution, archived, closed_at, step_unit_id from issue where id = $1`;

/** Words for what tests of undo do again and again. */
export class UndoCalls {
  readonly issues: IssueCalls;

  constructor(issues: IssueCalls) {
    this.issues = issues;
  }

  ask(login: string, event: string, m?: string): Promise<GraphqlAnswer<{ undo: AnsweredEvent }>> {
    return this.issues.test.as(login)<{ undo: AnsweredEvent }>(UNDO, { event, m });
  }

  async undo(login: string, event: string): Promise<AnsweredEvent> {
    return dataOf(await this.ask(login, event)).undo;
  }

  /** FLO-05: how it ends, when nothing was changed by it; with the key of the message. */
  async refused(login: string, event: string): Promise<string> {
    const { test } = this.issues;
    const before = await tableSums(test);
    const answer = await this.ask(login, event);
    const after = await tableSums(test);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (changed.length > 0) return `${outcome(answer)}, but changed ${changed.join(", ")}`;
    const message = answer.errors?.[0]?.extensions["message"] as { key?: string } | undefined;
    return [outcome(answer), message?.key].filter((part) => part && part !== "notFound").join(" ");
  }

  /** Newest first. */
  async history(login: string, issue: string): Promise<readonly AnsweredEvent[]> {
    interface Page {
      readonly events: { readonly nodes: readonly AnsweredEvent[] };
    }
    return dataOf(await this.issues.test.as(login)<Page>(HISTORY, { issue })).events.nodes;
  }

  async lastEvent(issue: string): Promise<string> {
    const [row] = await runSql(
      this.issues.test.database.connection,
      "select last_event from issue where id = $1",
      [issue],
    );
    return String(row?.["last_event"]);
  }

  /** The whole record, straight from the table. */
  async state(issue: string): Promise<unknown> {
    const { connection } = this.issues.test.database;
    const [row] = await runSql(connection, STATE, [issue]);
    const relations = await runSql(
      connection,
      "select from_id, to_id, kind, delay_days from relation where ended_at is null and $1 in (from_id, to_id) order by 1, 2, 3",
      [issue],
    );
    const holder = await runSql(
      connection,
      "select user_id from issue_holder where issue_id = $1 and until is null",
      [issue],
    );
    return { ...row, relations, holder };
  }

  /** The act, and the newest event of the issue after it. */
  async after(issue: string, act: () => Promise<unknown>): Promise<string> {
    await act();
    return this.lastEvent(issue);
  }
}
