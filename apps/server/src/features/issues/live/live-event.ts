import type { FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import type { CommentFacts } from "@stafeta/domain/issues/comment";
import {
  hatsByFacts,
  readableIssueChanges,
  type IssueEvent,
  type SightFacts,
} from "@stafeta/domain/issues/issue-event-sight";
import type { Hats } from "@stafeta/domain/rights/hats";
import { canSee, type Viewer } from "@stafeta/domain/rights/viewer";
import type { IssueId } from "@stafeta/domain/shared/ids";

/** An event of an issue as `live-event.queries.ts` reads it, once for all viewers, with what each one's sight hangs on. */
export interface LiveEventRecord extends IssueEvent {
  readonly id: string;
  /** As the database writes it. */
  readonly at: string;
  readonly operation: string;
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly kind: EventKind;
  readonly entity: string;
  readonly entityId: string;
  readonly clientMutationId: string | null;
  readonly undoes: string | null;
  readonly issueId: IssueId;
  readonly comment: CommentFacts | null;
  /** Sub-issues: all, and those in other units; internal comments that were written in other units. */
  readonly children: number;
  readonly childrenElsewhere: number;
  readonly internalElsewhere: number;
  /** The issues that its changes point to. */
  readonly linked: readonly (SightFacts & { readonly id: string })[] | null;
}

/** What a viewer reads of an event's changes; one object for everybody who reads the same. */
export interface ReadChanges {
  readonly changes: readonly FieldChange[];
  /** Tells apart what different viewers read of one event. */
  readonly key: string;
}

/** One event on its way to the streams. */
export class LiveEvent {
  readonly record: LiveEventRecord;
  private readonly linked: ReadonlyMap<string, SightFacts>;
  private readonly byHats = new Map<Hats, ReadChanges | null>();
  private readonly byContent = new Map<string, ReadChanges>();

  constructor(record: LiveEventRecord) {
    this.record = record;
    this.linked = new Map((record.linked ?? []).map((facts) => [facts.id, facts]));
  }

  /** Null: nothing, so the event is left out for this viewer (I9). */
  changesFor(viewer: Viewer, hats: Hats): ReadChanges | null {
    // What hangs on hats alone is worked out once for all who wear the same.
    const { comment, parties = null } = this.record;
    if (this.linked.size > 0 || comment !== null || parties !== null) return this.read(viewer, hats);
    let read = this.byHats.get(hats);
    if (read === undefined) this.byHats.set(hats, (read = this.read(viewer, hats)));
    return read;
  }

  private read(viewer: Viewer, hats: Hats): ReadChanges | null {
    const sees = (id: string): boolean => {
      const facts = this.linked.get(id);
      return facts !== undefined && canSee(hatsByFacts(viewer, facts));
    };
    const changes = readableIssueChanges(viewer, this.record, hats, sees);
    if (changes === null) return null;
    const content =
      changes.length === this.record.changes.length && this.linked.size === 0 ? "" : JSON.stringify(changes);
    let read = this.byContent.get(content);
    if (!read) this.byContent.set(content, (read = { changes, key: String(this.byContent.size) }));
    return read;
  }
}

/** What one message tells: an event and what is read of it, or that it took the issue away (I9). */
export type LiveMessage =
  | { readonly event: LiveEventRecord; readonly changes: readonly FieldChange[]; readonly isGone: false }
  | { readonly event: LiveEventRecord; readonly isGone: true };
