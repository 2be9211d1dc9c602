import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { IssueId } from "@stafeta/domain/shared/ids";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import type { ViewerChange } from "../../access/change.js";
import { notFound } from "../../platform/graphql/refused.js";
import { lockedHandoff, type LockedHandoff } from "../handoff/handoff-write.queries.js";
import { commentRow, type CommentRow } from "../issues/comments/comment-write.queries.js";
import { lockIssues, type LockedIssue } from "../issues/locked-issue.js";
import { rootKinds } from "./undo.queries.js";

/** What is to be taken back, with the records that it changed, as they are now. */
export interface UndoScene {
  readonly issues: ReadonlyMap<IssueId, LockedIssue>;
  readonly comments: ReadonlyMap<string, CommentRow>;
  readonly handoffs: ReadonlyMap<string, LockedHandoff>;
  /** By event. */
  readonly roots: ReadonlyMap<string, EventKind>;
}

/** The record of an event, which is there as long as its event is. */
export function requireIn<K, T>(records: ReadonlyMap<K, T>, key: K): T {
  const record = records.get(key);
  if (record === undefined) throw new Error("a record of an event that is undone is not held");
  return record;
}

function idsOf(back: readonly LoggedEvent[], entity: string): string[] {
  return [...new Set(back.flatMap((event) => (event.entity === entity ? [event.entityId] : [])))];
}

async function eachOf<T>(
  ids: readonly string[],
  find: (id: string) => Promise<T | null>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const record = await find(id);
    if (record) found.set(id, record);
  }
  return found;
}

/**
 * Locks the issues all at once and in one order, before anything is touched.
 *
 * @throws RefusedError NOT_FOUND unless the viewer sees each of them now (I6, R10)
 */
export async function lockScene(tx: ViewerChange, back: readonly LoggedEvent[]): Promise<UndoScene> {
  const { change } = tx;
  const ids = [...new Set(back.flatMap(({ issueId }) => issueId ?? []))];
  const issues = await lockIssues(tx, ids);
  if (issues.size < ids.length) throw notFound();
  return {
    issues,
    comments: await eachOf(idsOf(back, "comment"), (id) => commentRow(change, id)),
    handoffs: await eachOf(idsOf(back, "handoff"), (id) => lockedHandoff(change, { id })),
    roots: await rootKinds(
      change,
      back.map(({ id }) => id),
    ),
  };
}
