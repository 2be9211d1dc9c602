import { may } from "../rights/actions.js";
import { canRead } from "../rights/field-policy.js";
import type { Hats } from "../rights/hats.js";
import { canSee, hatsInUnit, type Viewer } from "../rights/viewer.js";
import { allow, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { ISSUE_FIELDS } from "./issue-fields.js";

export interface CommentFacts {
  readonly authorId: UserId;
  readonly internal: boolean;
  /** The unit that the issue was in when it was written. */
  readonly unitId: UnitId;
}

/** Section 2: who writes a comment; an internal one is the MANAGER's. A REPORTER comments as HOLDER (R6). */
export function canComment(hats: Hats, internal: boolean): Decision {
  if (internal && !may("commentInternally", hats)) {
    return refuse("FORBIDDEN", "R10", "issue.internalByManagerOnly");
  }
  return internal || may("comment", hats) ? allow() : refuse("FORBIDDEN", "R10", "issue.commentNotAllowed");
}

/**
 * R10: a comment of an issue that the viewer sees. An internal one is read by the MANAGER and ANALYST of the unit that it was
 * written in, wherever the issue is now.
 *
 * @param hats the viewer's towards the issue
 */
export function canReadComment(viewer: Viewer, comment: CommentFacts, hats: Hats): boolean {
  if (!canSee(hats)) return false;
  if (comment.internal) return canRead(ISSUE_FIELDS.internalComments, hatsInUnit(viewer, comment.unitId));
  return canRead(ISSUE_FIELDS.comments, hats);
}

/** Section 2: whoever wrote it, while they read it and could still write it. */
export function canEditComment(viewer: Viewer, comment: CommentFacts, hats: Hats): Decision {
  if (!canReadComment(viewer, comment, hats)) return notFound();
  if (comment.authorId !== viewer.userId) return refuse("FORBIDDEN", "R10", "issue.commentOfOther");
  return canComment(hats, comment.internal);
}
