import type { IssueFilter, IssueOrder, MyWaitingQuery } from "../../../gql/graphql";

export const WORK_TABS = ["now", "incoming", "waiting", "following"] as const;
export type WorkTab = (typeof WORK_TABS)[number];

export const WORK_PATHS = {
  now: "/my",
  incoming: "/my/incoming",
  waiting: "/my/waiting",
  following: "/my/following",
} as const satisfies Record<WorkTab, string>;

/**
 * UX.md, section 2. Now: in the viewer's hands and begun. Incoming: in their hands and not begun. Waiting: what they
 * passed on, or is on its way, and is not done. Following: whatever they created or once held, wherever it is (R8).
 */
export const WORK_FILTERS: Readonly<Record<WorkTab, IssueFilter>> = {
  now: { mine: true, category: ["IN_PROGRESS"], inTransit: false },
  incoming: { mine: true, category: ["BACKLOG", "TODO"], inTransit: false },
  waiting: {
    followed: true,
    category: ["BACKLOG", "TODO", "IN_PROGRESS"],
    or: [{ inTransit: true }, { not: { mine: true } }],
  },
  following: { followed: true },
};

export const WORK_ORDER: IssueOrder[] = [{ by: "UPDATED_AT", direction: "DESC" }];

export type WaitingIssue = MyWaitingQuery["issues"]["nodes"][number];

/** Where it waits, and since when; who holds it is its assignee, or the heads while nobody is named. */
export interface Whereabouts {
  /** Those on whom it waits: heads of the step whose turn it is; empty: its holder. */
  readonly heads: readonly string[];
  readonly unit: string;
  readonly since: string;
}

const MINUTE_MS = 60_000;

/** H5. @param now when the answer was read */
export function whereaboutsOf(issue: WaitingIssue, now: number): Whereabouts {
  const pending = issue.handoffs.find(({ state }) => state === "PENDING");
  const step = pending?.steps.find(({ current }) => current);
  if (pending && step) {
    const since =
      step.waitedMinutes === null
        ? pending.startedAt
        : new Date(now - step.waitedMinutes * MINUTE_MS).toISOString();
    return { heads: step.unit.heads.map(({ name }) => name), unit: step.unit.name, since };
  }
  const arrived = issue.handoffs
    .flatMap(({ state, endedAt }) => (state === "ACCEPTED" && endedAt !== null ? [endedAt] : []))
    .toSorted()
    .at(-1);
  return { heads: [], unit: issue.unit.name, since: arrived ?? issue.updatedAt };
}
