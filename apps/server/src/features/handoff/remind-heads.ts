import { dueReminder, remindedPersons, type Reminder } from "@stafeta/domain/handoff/reminders";
import { inChange, type Change } from "../../access/change.js";
import type { Access } from "../../access/request-context.js";
import { tellOfHandoff } from "./handoff-events.js";
import { touchHandoff } from "./handoff-write.queries.js";
import { markReminded, mayBeDue, waitingSteps, type StepThatWaits } from "./reminder.queries.js";

/** L4: the step remembers that it was told, with an event that names whom it concerns. */
async function remind(
  change: Change,
  step: StepThatWaits,
  reminder: Reminder,
  concerned: ReturnType<typeof remindedPersons>,
): Promise<void> {
  const { unitId, handoffId, facts } = step;
  await markReminded(change, step.id, reminder, change.now);
  const event = await tellOfHandoff(
    { change },
    { facts },
    {
      kind: "HANDOFF_REMINDED",
      handoffId,
      turn: { before: unitId, after: unitId },
      changes: { handoffReminder: [null, reminder] },
      concerned,
    },
  );
  await touchHandoff(change, handoffId, event, null);
}

/**
 * H6: reminds the heads of each step that waits longer than its unit's limit, then tells the head above; once each, on
 * however many servers this runs, because all changes come one after another.
 *
 * @returns how many were reminded
 */
export async function remindHeads(access: Access): Promise<number> {
  // Most of the time nothing is due, and nobody should wait for that.
  if (!(await mayBeDue(access.database))) return 0;
  return inChange(access, null, async ({ change, companyVersion }) => {
    const { company } = await access.companies.loadIn(change, companyVersion);
    if (!company) return 0;
    let count = 0;
    for (const step of await waitingSteps(change)) {
      const reminder = dueReminder(company, step, new Date(change.now));
      if (!reminder) continue;
      await remind(change, step, reminder, remindedPersons(company, step.unitId, reminder));
      count++;
    }
    return count;
  });
}
