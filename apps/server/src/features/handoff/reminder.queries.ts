import type { Reminder, WaitingStep } from "@stafeta/domain/handoff/reminders";
import type { IssueId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { Reader } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import type { ToldFacts } from "./handoff-events.js";

/** A step whose turn it is, with what its event tells of the issue. */
export interface StepThatWaits extends WaitingStep {
  readonly id: string;
  readonly handoffId: string;
  readonly facts: ToldFacts;
}

/** No limit is shorter than a day. */
const WAITS = "s.current and s.escalated_at is null and s.turn_at < now() - interval '1 day'";

export async function mayBeDue(reader: Reader): Promise<boolean> {
  const text = `/* mayBeDue */ select exists (select from handoff_step s join unit u on u.id = s.unit_id where ${WAITS}
    and s.turn_at < now() - make_interval(days => u.step_limit_days * case when s.reminded_at is null then 1 else 2 end))`;
  const [row] = await reader.rows(text, []);
  return row?.[0] === true;
}

export async function waitingSteps(tx: Reader): Promise<StepThatWaits[]> {
  const text = `/* waitingSteps */ select s.id, s.handoff_id, s.unit_id, s.turn_at, s.reminded_at is not null,
      i.id, i.unit_id, i.assignee_id, i.author_id
    from handoff_step s join handoff h on h.id = s.handoff_id join issue i on i.id = h.issue_id
    where ${WAITS} order by i.id for no key update of i`;
  const rows = await tx.rows(text, []);
  return rows.map((row) => {
    const [id, handoffId, unitId, turnAt, isReminded] = row as [string, string, UnitId, string, boolean];
    const [issueId, issueUnit, assigneeId, authorId] = row.slice(5) as [
      IssueId,
      UnitId,
      UserId | null,
      UserId,
    ];
    const facts = { id: issueId, unitId: issueUnit, assigneeId, authorId };
    return {
      id,
      handoffId,
      unitId,
      turnAt: new Date(instant(turnAt)),
      isReminded,
      isEscalated: false,
      facts,
    };
  });
}

export async function markReminded(tx: Reader, id: string, reminder: Reminder, at: string): Promise<void> {
  const column = reminder === "HEADS" ? "reminded_at" : "escalated_at";
  await tx.rows(`/* markReminded */ update handoff_step set ${column} = $2 where id = $1`, [id, at]);
}
