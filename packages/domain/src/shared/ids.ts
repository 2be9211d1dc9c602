declare const brand: unique symbol;

/** A text that only one kind of record uses as its id, so that a swapped argument does not compile. */
type Id<Name extends string> = string & { readonly [brand]: Name };

export type UserId = Id<"User">;
export type UnitId = Id<"Unit">;
export type MembershipId = Id<"Membership">;
export type RoleId = Id<"Role">;
export type DeputyId = Id<"Deputy">;
export type RelationId = Id<"Relation">;
export type StatusId = Id<"Status">;
export type LabelId = Id<"Label">;
export type IssueId = Id<"Issue">;
export type HandoffId = Id<"Handoff">;
export type HandoffStepId = Id<"HandoffStep">;
export type RequestId = Id<"IssueRequest">;
export type CommentId = Id<"Comment">;
export type EventId = Id<"Event">;
export type SessionId = Id<"Session">;
export type ApiTokenId = Id<"ApiToken">;

const MAX_ID = 9_223_372_036_854_775_807n;

/** Whether a text can be an id at all: a positive 64-bit whole number without leading zeros. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= MAX_ID;
}
