import type { UnitId, UserId } from "../shared/ids.js";

/** H2: pending, then ended in one of three ways. A step is never withdrawn: that is its hand-off's end. */
export const HANDOFF_STATES = ["PENDING", "ACCEPTED", "REFUSED", "WITHDRAWN"] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

/** What a hand-off or a step can become from what it is: an end is an end. */
export const NEXT_STATES: Readonly<Record<HandoffState, readonly HandoffState[]>> = {
  PENDING: ["ACCEPTED", "REFUSED", "WITHDRAWN"],
  ACCEPTED: [],
  REFUSED: [],
  WITHDRAWN: [],
};

/** As rules need a hand-off, locked by the caller. */
export interface HandoffFacts {
  readonly state: HandoffState;
  readonly fromUnitId: UnitId;
  readonly toUnitId: UnitId;
  readonly startedBy: UserId;
}

/** One of its steps; they have their turn in this order, one after another. */
export interface StepFacts {
  readonly unitId: UnitId;
  readonly state: HandoffState;
  /** Whether it is this step's turn. */
  readonly current: boolean;
}
