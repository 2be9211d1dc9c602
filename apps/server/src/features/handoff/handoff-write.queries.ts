import type { HandoffFacts, HandoffState, StepFacts } from "@stafeta/domain/handoff/handoff";
import type { HandoffId, HandoffStepId, IssueId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { Reader } from "../../platform/db/database.js";

export interface LockedStep extends StepFacts {
  readonly id: HandoffStepId;
  /** Null: its turn has not come. */
  readonly turnAt: string | null;
  readonly actedBy: UserId | null;
  readonly actedAt: string | null;
}

/** A hand-off with its steps in order, as it stands while the change holds the clock. */
export interface LockedHandoff extends HandoffFacts {
  readonly id: HandoffId;
  readonly issueId: IssueId;
  readonly startedAt: string;
  readonly withSubIssues: boolean;
  readonly steps: readonly LockedStep[];
}

type StepRecord = Record<keyof LockedStep, unknown>;

const STEPS = `(select coalesce(jsonb_agg(jsonb_build_object('id', s.id::text, 'unitId', s.unit_id::text, 'state', s.state,
    'current', s.current, 'turnAt', s.turn_at, 'actedBy', s.acted_by::text, 'actedAt', s.acted_at) order by s.position), '[]')
  from handoff_step s where s.handoff_id = h.id)`;

/** All changes hold the clock's row, so that nobody else can answer meanwhile (H2). */
export async function lockedHandoff(
  tx: Reader,
  by: { readonly id: string } | { readonly stepId: string },
): Promise<LockedHandoff | null> {
  const [condition, value] =
    "id" in by
      ? ["h.id = $1", by.id]
      : ["h.id = (select handoff_id from handoff_step where id = $1)", by.stepId];
  const text = `/* lockHandoff */ select h.id, h.issue_id, h.state, h.from_unit_id, h.to_unit_id, h.started_by, h.started_at,
    h.with_sub_issues, ${STEPS} from handoff h where ${condition} for no key update`;
  const [row] = await tx.rows(text, [value]);
  if (!row) return null;
  const [id, issueId, state, fromUnitId, toUnitId, startedBy, startedAt, withSubIssues, steps] = row as [
    HandoffId,
    IssueId,
    HandoffState,
    UnitId,
    UnitId,
    UserId,
    string,
    boolean,
    StepRecord[],
  ];
  const facts = { id, issueId, state, fromUnitId, toUnitId, startedBy, startedAt, withSubIssues };
  return { ...facts, steps: steps as unknown as LockedStep[] };
}

export interface NewHandoff {
  readonly issueId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly startedBy: string;
  readonly at: string;
  readonly comment: string | null;
  readonly withSubIssues: boolean;
  readonly event: string;
  /** The units of its steps, in order; it is the first one's turn. */
  readonly route: readonly string[];
}

/** @returns its id */
export async function insertHandoff(tx: Reader, handoff: NewHandoff): Promise<HandoffId> {
  const { issueId, fromUnitId, toUnitId, startedBy, at, comment, withSubIssues, event, route } = handoff;
  const text = `/* insertHandoff */ insert into handoff (issue_id, from_unit_id, to_unit_id, started_by, started_at, comment,
    with_sub_issues, last_event) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;
  const values = [issueId, fromUnitId, toUnitId, startedBy, at, comment, withSubIssues, event];
  const [row] = await tx.rows(text, values);
  const id = row?.[0] as HandoffId;
  const steps = `/* insertHandoffSteps */ insert into handoff_step (handoff_id, position, unit_id, current, turn_at)
    select $1, n, unit, n = 1, case when n = 1 then $3::timestamptz end
    from unnest($2::bigint[]) with ordinality as route(unit, n)`;
  await tx.rows(steps, [id, route, at]);
  return id;
}

export interface StepAnswer {
  readonly state: "ACCEPTED" | "REFUSED";
  readonly by: string;
  readonly at: string;
  readonly comment: string | null;
  readonly reason: string | null;
}

/** H2: its turn is over. */
export async function answerStep(tx: Reader, id: string, answer: StepAnswer): Promise<void> {
  const text = `/* answerStep */ update handoff_step set state = $2, current = false, acted_by = $3, acted_at = $4,
    comment = $5, reason = $6 where id = $1`;
  await tx.rows(text, [id, answer.state, answer.by, answer.at, answer.comment, answer.reason]);
}

export async function giveTurn(tx: Reader, id: string, at: string): Promise<void> {
  const text = "/* giveTurn */ update handoff_step set current = true, turn_at = $2 where id = $1";
  await tx.rows(text, [id, at]);
}

/** No answer: the hand-off was withdrawn while it waited here. */
export async function endTurn(tx: Reader, id: string): Promise<void> {
  await tx.rows("/* endTurn */ update handoff_step set current = false where id = $1", [id]);
}

/** L4: every change of a hand-off or its steps is told of by an event, whose id it keeps. */
export async function touchHandoff(
  tx: Reader,
  id: string,
  event: string,
  end: { readonly state: Exclude<HandoffState, "PENDING">; readonly at: string } | null,
): Promise<void> {
  const text = `/* touchHandoff */ update handoff set last_event = $2, state = coalesce($3, state),
    ended_at = coalesce($4::timestamptz, ended_at) where id = $1`;
  await tx.rows(text, [id, event, end?.state ?? null, end?.at ?? null]);
}
