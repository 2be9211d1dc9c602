import { changesBetween, readableChanges, type ChangeValue, type FieldChange } from "../events/changes.js";
import { EVENT_AUDIENCE } from "../events/event-sight.js";
import type { EventKind } from "../events/event-kinds.js";
import { hasHat, type Hats } from "../rights/hats.js";
import { canSee, hatsOn, type Viewer } from "../rights/viewer.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { canReadComment, type CommentFacts } from "./comment.js";
import { ISSUE_FIELDS } from "./issue-fields.js";
import { relatedIssueOf } from "./relations.js";

/** What sight of an issue hangs on, for everybody at once. */
export interface SightFacts {
  readonly unitId: UnitId;
  readonly assigneeId: UserId | null;
  readonly authorId: UserId;
  /** Whoever held it by then, began a hand-off of it or acted on one (R8, H5). */
  readonly holders: readonly UserId[];
  readonly stepUnitId: UnitId | null;
}

/** An event of an issue, and the issue around it. */
export interface IssueEvent {
  readonly kind: EventKind;
  readonly changes: readonly FieldChange[];
  readonly before: SightFacts;
  readonly after: SightFacts;
  /** The issue as it is now, which may be later. */
  readonly now: SightFacts;
  /** What a comment's event is about. */
  readonly comment: CommentFacts | null;
  /** Who asked and who decided, where the event is about a request (H6). */
  readonly parties?: readonly UserId[] | null;
}

/** R10: what the viewer is towards an issue of these facts. */
export function hatsByFacts(viewer: Viewer, facts: SightFacts): Hats {
  const { unitId, assigneeId, authorId, holders, stepUnitId } = facts;
  const followed = holders.includes(viewer.userId);
  return hatsOn(viewer, { unitId, assigneeId, authorId, followed, stepUnitId });
}

/** "NOTHING": for this viewer there is no such event. "GONE": it took the issue out of their sight. */
export type IssueEventSight = "NOTHING" | "GONE" | "SHOWN";

/**
 * I9: whether a stream tells a viewer of an event. It is shown to who saw the issue by it and sees it still: what came
 * into sight later was nothing to them when it happened, and what is out of sight shows nothing of its past.
 */
export function issueEventSight(viewer: Viewer, { before, after, now }: IssueEvent): IssueEventSight {
  const sawAfter = canSee(hatsByFacts(viewer, after));
  if (canSee(hatsByFacts(viewer, now))) return sawAfter ? "SHOWN" : "NOTHING";
  return !sawAfter && canSee(hatsByFacts(viewer, before)) ? "GONE" : "NOTHING";
}

/** What a value of a link field points to, and whether it is there for who does not see that. */
type Mask = (value: ChangeValue, sees: (issueId: string) => boolean) => ChangeValue;

/** An id of an issue that the viewer does not see is no value for them. */
const maskId: Mask = (value, sees) => (typeof value === "string" && sees(value) ? value : null);

/** R11: a relation whose issue cannot be seen is simply absent. */
const maskRelations: Mask = (value, sees) =>
  Array.isArray(value) ? (value as readonly string[]).filter((text) => sees(relatedIssueOf(text))) : value;

/** R10: fields whose values point to other issues. */
const LINKS: ReadonlyMap<string, Mask> = new Map([
  ["parent", maskId],
  ["relations", maskRelations],
]);

/** R10: what points to something unseen is no value for the viewer; without any difference there is no change. */
function maskLink(change: FieldChange, sees: (issueId: string) => boolean): FieldChange[] {
  const mask = LINKS.get(change.field);
  if (!mask) return [change];
  const { field } = change;
  return changesBetween({ [field]: mask(change.before, sees) }, { [field]: mask(change.after, sees) }, [
    field,
  ]);
}

/** H6: a request is between who asked and the heads. */
function readsRequest(viewer: Viewer, { parties }: IssueEvent, hats: Hats): boolean {
  return parties?.includes(viewer.userId) === true || hasHat(hats, "MANAGER");
}

/**
 * R10, I9, PER-05: what the viewer reads of an event of an issue that they see. Null: nothing, so it is left out for them.
 *
 * @param hats on the issue as it is now
 * @param sees whether the viewer sees another issue
 */
export function readableIssueChanges(
  viewer: Viewer,
  event: IssueEvent,
  hats: Hats,
  sees: (issueId: string) => boolean,
): readonly FieldChange[] | null {
  if (EVENT_AUDIENCE[event.kind] === "COMMENT") {
    return event.comment && canReadComment(viewer, event.comment, hats) ? event.changes : null;
  }
  if (EVENT_AUDIENCE[event.kind] === "REQUEST" && !readsRequest(viewer, event, hats)) return null;
  const readable = readableChanges(event.changes, hats, ISSUE_FIELDS);
  const masked = readable.flatMap((change) => maskLink(change, sees));
  return masked.length === 0 ? null : masked;
}
