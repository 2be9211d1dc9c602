import { canEndDeputy, canNameDeputy } from "@stafeta/domain/org/deputies";
import { dayIn, type CalendarDate } from "@stafeta/domain/shared/calendar-date";
import { isId, type UserId } from "@stafeta/domain/shared/ids";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { deputyById, endDeputyRow, insertDeputy, sameDeputy } from "./deputy.queries.js";

export interface NameDeputyArgs {
  readonly user: string;
  /** Days of the company, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * R2, section 1: a boss in their own name says who acts for them. A repeat answers with the first.
 *
 * @returns the id of the person
 */
export function nameDeputy(
  context: RequestContext,
  args: NameDeputyArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "nameDeputy", input: args, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(args.user)) throw notFound();
      // The scalar has let through days of the calendar only.
      const days = { from: args.from as CalendarDate, to: args.to as CalendarDate };
      const deputy = { userId: args.user as UserId, bossId: viewer.userId, ...days };
      enforce(canNameDeputy(company, viewer, deputy));
      if ((await sameDeputy(change, deputy)) !== null) return deputy.userId;
      const id = await insertDeputy(change, deputy);
      change.record({
        kind: "DEPUTY_NAMED",
        entity: "deputy",
        entityId: id,
        concernedIds: [deputy.userId],
        changes: [
          { field: "user", before: null, after: deputy.userId },
          { field: "boss", before: null, after: deputy.bossId },
          { field: "from", before: null, after: deputy.from },
          { field: "to", before: null, after: deputy.to },
        ],
      });
      return deputy.userId;
    },
  );
}

/** R2: ends before its last day. @returns the id of the person */
export function endDeputy(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "endDeputy", input: { id }, clientMutationId },
    async ({ change, company, viewer }) => {
      const deputy = isId(id) ? await deputyById(change, id) : null;
      if (!deputy) throw notFound();
      const today = dayIn(company.timeZone, new Date(change.now));
      enforce(canEndDeputy(company, viewer, deputy, today));
      await endDeputyRow(change, deputy.id, change.now);
      change.record({
        kind: "DEPUTY_ENDED",
        entity: "deputy",
        entityId: deputy.id,
        concernedIds: [deputy.userId, deputy.bossId],
        changes: [
          { field: "user", before: deputy.userId, after: null },
          { field: "boss", before: deputy.bossId, after: null },
          { field: "to", before: deputy.to, after: null },
        ],
      });
      return deputy.userId;
    },
  );
}
