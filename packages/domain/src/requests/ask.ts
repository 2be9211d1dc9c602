import { mayActFor } from "../handoff/act-on-step.js";
import type { FactsOfCan } from "../issues/issue-can.js";
import { ISSUE_FIELDS } from "../issues/issue-fields.js";
import type { Company } from "../org/company.js";
import { canRead } from "../rights/field-policy.js";
import { hatsFrom, type Hats } from "../rights/hats.js";
import type { Viewer } from "../rights/viewer.js";
import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { UserId } from "../shared/ids.js";
import type { RequestFacts } from "./request.js";
import { decideAct, fieldsOfAct, type RequestedAct } from "./requested-act.js";

/** A head of the issue's unit, who is no boss by that. */
const HEAD = { userId: null, hats: hatsFrom(["MANAGER"]), isBoss: false };

function unread(hats: Hats, act: RequestedAct): Refusal | null {
  const field = fieldsOfAct(act).find((name) => !canRead(ISSUE_FIELDS[name], hats));
  return field === undefined
    ? null
    : { ...refuse("FORBIDDEN", "R10", "request.fieldNotRead", { field }), field };
}

/**
 * H6: whoever sees the issue may ask for what they may not do themselves and a head may: no law is asked round, nothing that
 * stands in everybody's way, and no field that they do not read.
 *
 * @param hats the asker's on the issue
 */
export function canAsk(
  company: Company,
  asker: Pick<Viewer, "userId" | "isBoss">,
  facts: FactsOfCan,
  hats: Hats,
  act: RequestedAct,
  today: CalendarDate,
): Decision {
  const byHead = decideAct(company, facts, HEAD, act, today);
  if (!byHead.allowed && byHead.code === "NOT_FOUND") return byHead;
  const own = decideAct(company, facts, { ...asker, hats }, act, today);
  if (own.allowed) return refuse("CONFLICT", "H6", "request.notNeeded");
  if (!byHead.allowed && byHead.code === "LAW") return byHead;
  const hidden = unread(hats, act);
  if (hidden) return hidden;
  return byHead.allowed ? allow() : byHead;
}

/** H6: whoever has the MANAGER hat in the unit that was asked (R3) decides; the first wins, and the second hears of it. */
export function canDecide(
  viewer: Viewer,
  { unitId, state }: Pick<RequestFacts, "unitId" | "state">,
): Decision {
  if (!mayActFor(viewer, unitId)) return refuse("FORBIDDEN", "H6", "request.headsOnly");
  return state === "PENDING" ? allow() : refuse("CONFLICT", "H6", "request.decided");
}

export function canWithdrawRequest(
  userId: UserId,
  { askedBy, state }: Pick<RequestFacts, "askedBy" | "state">,
): Decision {
  if (askedBy !== userId) return refuse("FORBIDDEN", "H6", "request.askerOnly");
  return state === "PENDING" ? allow() : refuse("CONFLICT", "H6", "request.decided");
}

/** Enough for a wish, too few to bury the heads' inbox. */
export const MAX_PENDING_OF_ASKER = 20;
