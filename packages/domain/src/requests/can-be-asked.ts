import type { Decision } from "../shared/decision.js";

/** H6: whether an asker may be offered to ask, where a refusal stands in their way: another person can lift what is forbidden. */
export function canBeAsked(refusal: { readonly code: string }): boolean {
  return refusal.code === "FORBIDDEN";
}

/** H6: the same for who knows what a head might do: what stands in the head's way too is not lifted. */
export function isLiftedByHead(own: Decision<unknown>, byHead: Decision<unknown>): boolean {
  return !own.allowed && canBeAsked(own) && byHead.allowed;
}
