import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import {
  NOTICE_PARAMS,
  noticeKey,
  type NoticeKey,
  type NoticeParam,
} from "@stafeta/domain/notices/notice-message";
import { headsOf } from "@stafeta/domain/org/heads";
import type { Locale } from "@stafeta/domain/org/settings";
import type { ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import type { Sql } from "../../platform/db/sql.js";
import { below, type Selection } from "../../platform/graphql/selection.js";
import { EventPlan } from "../events/event.plan.js";
import { issuesByIds, type Variables } from "../issues/issue.fetch.js";
import { noticeText, type NoticeParams } from "./notice-words.js";

/** What a notice says of its event. The key alone names the issue: everybody who sees it reads that. */
function ownColumns(me: string): string {
  return [
    ...["e.id", "e.issue_id", "e.at", "n.read_at is not null", "e.kind", "e.actor_id", "e.assignee_id"],
    ...["e.step_unit_id", "e.unit_id", "m.changes"],
    "(select about.key from issue about where about.id = e.issue_id)",
    `(select u.locale from app_user u where u.id = ${me})`,
  ].join(", ");
}

interface NoticeFacts {
  readonly id: string;
  readonly issueId: string | null;
  readonly at: string;
  readonly read: boolean;
  readonly kind: EventKind;
  readonly actorId: string | null;
  readonly assigneeId: string | null;
  readonly stepUnitId: string | null;
  readonly unitId: string | null;
  readonly changes: readonly FieldChange[];
  readonly issueKey: string | null;
  readonly locale: Locale;
}

function factsOf(row: Row, width: number): NoticeFacts {
  const [id, issueId, at, read, kind, actorId, assigneeId] = row.slice(1 + width) as [
    ...[string, string | null, string, boolean, EventKind, string | null, string | null],
  ];
  const [stepUnitId, unitId, changes, issueKey, locale] = row.slice(8 + width) as [
    ...[string | null, string | null, FieldChange[], string | null, Locale],
  ];
  return { id, issueId, at, read, kind, actorId, assigneeId, stepUnitId, unitId, changes, issueKey, locale };
}

/** A selection of notices, made ready for one statement, and one more for their issues. */
export class NoticePlan {
  private readonly scope: ReadScope;
  private readonly selection: Selection;
  private readonly variables: Variables;
  private readonly events: EventPlan;

  constructor(scope: ReadScope, selection: Selection, variables: Variables) {
    this.scope = scope;
    this.selection = selection;
    this.variables = variables;
    this.events = new EventPlan(scope, below(selection, "event"), variables);
  }

  get sql(): Sql {
    return this.events.sql;
  }

  /** To be selected after the stamp. */
  get columns(): string {
    return `${this.events.columns}, ${ownColumns(this.sql.id(this.scope.viewer.userId))}`;
  }

  async build(rows: readonly Row[]): Promise<object[]> {
    const all = rows.map((row) => factsOf(row, this.events.width));
    const events = await this.events.build(rows);
    const issues = await this.issuesOf(all);
    return all.map((facts, index) => {
      const { id, at, read, issueId } = facts;
      const message = this.messageOf(facts);
      const text = noticeText(facts.locale, message.key, message.params);
      const issue = issues.get(String(issueId)) ?? null;
      return { id, at: instant(at), read, text, message, issue, event: events[index] ?? null };
    });
  }

  private async issuesOf(all: readonly NoticeFacts[]): Promise<ReadonlyMap<string, object>> {
    const wanted = below(this.selection, "issue");
    if (wanted.uses.size === 0) return new Map();
    const ids = all.flatMap(({ issueId }) => issueId ?? []);
    return issuesByIds(this.scope, ids, wanted, this.variables);
  }

  private messageOf(facts: NoticeFacts): { readonly key: NoticeKey; readonly params: NoticeParams } {
    const { company, viewer } = this.scope;
    const key = noticeKey(facts, {
      userId: viewer.userId,
      isHeadOf: (unitId) => headsOf(company, unitId).some((head) => head.id === viewer.userId),
    });
    const params = NOTICE_PARAMS[key].map((name) => [name, this.paramOf(name, facts)]);
    return { key, params: Object.fromEntries(params) as NoticeParams };
  }

  private paramOf(name: NoticeParam, { actorId, changes, issueKey, unitId }: NoticeFacts): string {
    const { view } = this.scope;
    if (name === "actor") return view.user(actorId)?.name ?? "";
    if (name === "issue") return issueKey ?? "";
    if (name === "unit") return view.unit(unitId)?.name ?? "";
    const change = changes.find(({ field }) => field === "user");
    const person = change?.after ?? change?.before ?? null;
    return typeof person === "string" ? (view.user(person)?.name ?? "") : "";
  }
}
