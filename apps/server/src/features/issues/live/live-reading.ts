import type { FieldChange } from "@stafeta/domain/events/changes";
import { GONE } from "@stafeta/domain/events/event-kinds";
import { ReadScope, StaleScope, STAMP, type ScopeBasis } from "../../../access/read-scope.js";
import type { Row } from "../../../platform/db/database.js";
import { instant } from "../../../platform/db/instant.js";
import { Sql } from "../../../platform/db/sql.js";
import type { AnswerContext, Variables } from "../../../platform/graphql/live-document.js";
import { below, mergeSelections, selects, type Selection } from "../../../platform/graphql/selection.js";
import { EVENT_TYPE } from "../../events/event.plan.js";
import { IssuePlan } from "../issue.fetch.js";
import { seesIssue } from "../issue-sight.sql.js";
import type { LiveEventRecord, LiveMessage } from "./live-event.js";

/** What a message is made of, as the schema's fields have it. */
export interface BoardEventAnswer {
  readonly event: object;
  readonly issueId: string;
  readonly issue: object | null;
}

/**
 * One viewer's reading for messages about issues towards which they wear the same hats, all under one version of the
 * company. What it reads must be what the messages were decided by; else it is stale, and everything is decided anew.
 */
export class LiveReading implements AnswerContext {
  readonly requestId: string;
  isStale = false;
  private readonly scope: ReadScope;
  private readonly events: ReadonlyMap<string, LiveEventRecord>;
  private issues: Promise<ReadonlyMap<string, object>> | null = null;
  /** What is hidden in an issue, and in what hangs below it. */
  private readonly hiddenIn = new Map<string, readonly string[]>();

  /** @param events by issue: the facts that were decided by */
  constructor(basis: ScopeBasis, events: ReadonlyMap<string, LiveEventRecord>, requestId: string) {
    this.scope = new ReadScope(basis);
    this.events = events;
    this.requestId = requestId;
  }

  /** Before each message: what was hidden in the one before is not hidden in this one (R11). */
  begin(): void {
    this.scope.hidden.clear();
  }

  redacted(): readonly string[] {
    return [...this.scope.hidden].sort();
  }

  async answer(message: LiveMessage, selection: Selection, variables: Variables): Promise<BoardEventAnswer> {
    const { event } = message;
    if (message.isGone) return { event: this.gone(event), issueId: event.issueId, issue: null };
    const wanted = mergeSelections(below(selection, "issue"), below(below(selection, "event"), "issue"));
    const issue = wanted.uses.size === 0 ? null : await this.issueOf(event, wanted, variables);
    const undoable = await this.isUndoable(event, below(selection, "event"), variables);
    return {
      event: { ...this.told(event, message.changes, issue), undoable },
      issueId: event.issueId,
      issue,
    };
  }

  private told(event: LiveEventRecord, changes: readonly FieldChange[], issue: object | null): object {
    const { id, kind, entity, entityId, operation, clientMutationId, undoes } = event;
    const { view } = this.scope;
    const [actor, onBehalfOf] = [view.user(event.actorId), view.user(event.onBehalfOf)];
    const told = {
      id,
      kind,
      entity,
      entityId,
      operation,
      clientMutationId,
      undoes,
      actor,
      onBehalfOf,
      changes,
      issue,
    };
    return { ...told, at: instant(event.at) };
  }

  /** I9: nobody and nothing is in it. */
  private gone({ id, at, issueId }: LiveEventRecord): object {
    const nobody = { actor: null, onBehalfOf: null, clientMutationId: null };
    const nothing = { ...nobody, changes: [], issue: null, undoes: null, undoable: false };
    return { id, at: instant(at), kind: GONE, entity: "issue", entityId: issueId, operation: id, ...nothing };
  }

  /** I6: for who made it alone, so that everybody else shares one answer; a later feature knows. */
  private async isUndoable(
    event: LiveEventRecord,
    wanted: Selection,
    variables: Variables,
  ): Promise<boolean> {
    const { scope } = this;
    const source = EVENT_TYPE.fields["undoable"];
    if (!source?.load || !selects(wanted, "undoable") || event.actorId !== scope.viewer.userId) return false;
    const row = [null, event.id, event.issueId];
    const lookup = await this.fresh(source.load({ scope, sql: new Sql(), variables }, [], [row]));
    return lookup(row) === true;
  }

  private async issueOf(
    event: LiveEventRecord,
    selection: Selection,
    variables: Variables,
  ): Promise<object | null> {
    this.issues ??= this.load(selection, variables);
    const issue = (await this.fresh(this.issues)).get(event.issueId) ?? null;
    for (const coordinate of this.hiddenIn.get(event.issueId) ?? []) this.scope.hidden.add(coordinate);
    return issue;
  }

  private async fresh<T>(read: Promise<T>): Promise<T> {
    try {
      return await read;
    } catch (error) {
      if (error instanceof StaleScope) this.isStale = true;
      throw error;
    }
  }

  private async load(selection: Selection, variables: Variables): Promise<ReadonlyMap<string, object>> {
    const { scope } = this;
    const plan = new IssuePlan(scope, selection, variables);
    const { sql } = plan;
    const text = `/* liveIssues */ select ${STAMP}, ${plan.columns}, i.unit_id, i.assignee_id, i.author_id, i.step_unit_id,
        i.child_elsewhere_count, i.internal_elsewhere_count
      from issue i where i.id = any(${sql.ids([...this.events.keys()])}) and ${seesIssue(scope, sql, "i")}`;
    const rows = await scope.rows(text, sql);
    this.isStale ||=
      rows.length < this.events.size || !rows.every((row) => this.isAsDecided(row, plan.width));
    return this.build(plan, rows);
  }

  /** All at once where nothing is hidden; else one by one: what hangs below hides more in one than in another (R11). */
  private async build(plan: IssuePlan, rows: readonly Row[]): Promise<ReadonlyMap<string, object>> {
    const { hidden } = this.scope;
    const all = await plan.build(rows);
    const issues = new Map(rows.map((row, index) => [String(row[1]), all[index] ?? {}]));
    if (rows.length > 1 && hidden.size > 0) {
      for (const row of rows) {
        hidden.clear();
        await plan.build([row]);
        this.hiddenIn.set(String(row[1]), [...hidden]);
      }
    } else for (const row of rows) this.hiddenIn.set(String(row[1]), [...hidden]);
    hidden.clear();
    return issues;
  }

  /** Hats and shared counts hang on these: had they changed meanwhile, others would be shown what is this viewer's alone. */
  private isAsDecided(row: Row, width: number): boolean {
    const event = this.events.get(String(row[1]));
    const [unitId, assigneeId, authorId, stepUnitId, children, internal] = row.slice(1 + width);
    return (
      event !== undefined &&
      event.now.unitId === unitId &&
      event.now.assigneeId === assigneeId &&
      event.now.authorId === authorId &&
      event.now.stepUnitId === stepUnitId &&
      event.childrenElsewhere === children &&
      event.internalElsewhere === internal
    );
  }
}
