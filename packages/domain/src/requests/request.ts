import type { IssueId, UnitId, UserId } from "../shared/ids.js";

/**
 * H6: OBSOLETE is what becomes of a pending request when its issue is closed or goes to another unit: those who were asked can
 * do nothing about it any more.
 */
export const REQUEST_STATES = ["PENDING", "ACCEPTED", "REFUSED", "WITHDRAWN", "OBSOLETE"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What rules ask of a request, as locked by the caller. */
export interface RequestFacts {
  readonly issueId: IssueId;
  /** Whose heads were asked. While it is pending the issue is there. */
  readonly unitId: UnitId;
  readonly askedBy: UserId;
  readonly state: RequestState;
}
