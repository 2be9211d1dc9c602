import { canDecide, canWithdrawRequest } from "@stafeta/domain/requests/ask";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { idOrNotFound } from "../handoff/locked-step.js";
import { carryOut } from "./carry-out.js";
import { enforceOn, holdRequest } from "./held-request.js";
import { decide } from "./request-events.js";

type MutationId = string | null | undefined;

/**
 * H6: a head does what was asked, in their own name.
 *
 * @returns the request's id
 * @throws RefusedError with code and rule; CONFLICT with what happened or stands in the way: the request then goes on waiting
 */
export function acceptRequest(
  context: RequestContext,
  args: { readonly request: string },
  clientMutationId: MutationId,
): Promise<string> {
  const id = idOrNotFound(args.request);
  return changeOnce(context, { operation: "acceptRequest", input: args, clientMutationId }, async (tx) => {
    const held = await holdRequest(tx, id);
    enforceOn(held.request, canDecide(tx.viewer, held.request));
    // First, so that the issue's newest event is what was done, and a hand-off that arrives at once ends the others only.
    await decide(tx, held.issue, held.request, { state: "ACCEPTED", reason: null });
    await carryOut(tx, held);
    return id;
  });
}

/**
 * H6: a head says no, and why.
 *
 * @returns the request's id
 * @throws RefusedError with code and rule; CONFLICT with what happened for who comes second
 */
export function refuseRequest(
  context: RequestContext,
  args: { readonly request: string; readonly reason: string },
  clientMutationId: MutationId,
): Promise<string> {
  const id = idOrNotFound(args.request);
  const reason = enforce(cleanRequiredText(args.reason, "reason"));
  return changeOnce(context, { operation: "refuseRequest", input: args, clientMutationId }, async (tx) => {
    const { issue, request } = await holdRequest(tx, id);
    enforceOn(request, canDecide(tx.viewer, request));
    await decide(tx, issue, request, { state: "REFUSED", reason });
    return id;
  });
}

/**
 * H6: who asked takes it back.
 *
 * @returns the request's id
 * @throws RefusedError with code and rule
 */
export function withdrawRequest(
  context: RequestContext,
  args: { readonly request: string },
  clientMutationId: MutationId,
): Promise<string> {
  const id = idOrNotFound(args.request);
  return changeOnce(context, { operation: "withdrawRequest", input: args, clientMutationId }, async (tx) => {
    const { issue, request } = await holdRequest(tx, id);
    enforceOn(request, canWithdrawRequest(tx.viewer.userId, request));
    await decide(tx, issue, request, { state: "WITHDRAWN", reason: null });
    return id;
  });
}
