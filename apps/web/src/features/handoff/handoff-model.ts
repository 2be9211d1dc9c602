import type { HandoffFieldsFragment, HandoffRouteQuery, StepFieldsFragment } from "../../gql/graphql";

export type Handoff = HandoffFieldsFragment;
export type HandoffStep = StepFieldsFragment;
export type RouteStep = HandoffRouteQuery["handoffRoute"][number];

export interface UnitRef {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** As much of an issue as a hand-off begins with. */
export interface HandedIssue {
  readonly id: string;
  readonly key: string;
  readonly unit: UnitRef;
  /** Null where the viewer may not read it. */
  readonly subIssueCount: number | null;
}

/** The step that waits for an answer. */
export function currentStep(handoff: Handoff): HandoffStep | undefined {
  return handoff.steps.find((step) => step.current);
}

/** H2: what became of one step. A step that was not reached is none of the four states. */
export type StepLook = "accepted" | "refused" | "waiting" | "ahead" | "unreached";

export function lookOf(handoff: Pick<Handoff, "state">, step: HandoffStep): StepLook {
  if (step.state === "ACCEPTED") return "accepted";
  if (step.state === "REFUSED") return "refused";
  if (handoff.state !== "PENDING") return "unreached";
  return step.current ? "waiting" : "ahead";
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

/** As the server would send it, so that it lands on the record of that kind. */
function typed<T extends object>(__typename: string, record: T): T {
  return { __typename, ...record };
}

export interface StartedHandoff {
  readonly issue: HandedIssue;
  readonly to: UnitRef;
  readonly route: readonly RouteStep[];
  readonly comment: string;
  readonly withSubIssues: boolean;
}

/** H1: how a hand-off will look, until the server has said it: steps at the front that are the viewer's own are accepted. */
export function expectedHandoff(started: StartedHandoff, me: Person, now: string): Handoff {
  const { issue, to, route, comment, withSubIssues } = started;
  const by = typed("User", me);
  const firstOfOthers = route.findIndex((step) => !step.yours);
  const steps = route.map((step, index) => {
    const isOwn = firstOfOthers < 0 || index < firstOfOthers;
    return typed<HandoffStep>("HandoffStep", {
      id: `new-${issue.id}-${String(index)}`,
      state: isOwn ? "ACCEPTED" : "PENDING",
      current: index === firstOfOthers,
      unit: typed("Unit", { ...step.unit, heads: step.heads }),
      actedBy: isOwn ? by : null,
      actedAt: isOwn ? now : null,
      reason: null,
      comment: null,
      waitedMinutes: isOwn || index === firstOfOthers ? 0 : null,
      canAct: false,
    });
  });
  return typed("Handoff", {
    id: `new-${issue.id}`,
    state: firstOfOthers < 0 ? "ACCEPTED" : "PENDING",
    from: typed("Unit", issue.unit),
    to: typed("Unit", to),
    startedBy: by,
    startedAt: now,
    endedAt: null,
    comment: comment === "" ? null : comment,
    withSubIssues,
    canWithdraw: false,
    steps,
  });
}
