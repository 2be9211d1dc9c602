import { allow, badInput, type Decision } from "../shared/decision.js";

export const TOKEN_SCOPES = ["READ", "WRITE"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a token may do, and until when; null: until it is revoked. */
export interface TokenTerms {
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date | null;
}

/**
 * Section 10: a token has scopes and an end that lies ahead. One that is made by means of another token can do no more and
 * live no longer than that one: else an end would be none.
 *
 * @param maker the terms of the token that asks; null: a session does, which may do all
 */
export function tokenTerms(wish: TokenTerms, maker: TokenTerms | null, now: Date): Decision<TokenTerms> {
  const scopes = TOKEN_SCOPES.filter((scope) => wish.scopes.includes(scope));
  if (scopes.length === 0) return badInput("scopes", "text.required");
  if (maker && scopes.some((scope) => !maker.scopes.includes(scope)))
    return badInput("scopes", "value.notOffered");
  const end = wish.expiresAt;
  if (end && end.getTime() <= now.getTime()) return badInput("expiresAt", "token.badExpiry");
  const outlives = maker?.expiresAt && (!end || end.getTime() > maker.expiresAt.getTime());
  return outlives ? badInput("expiresAt", "token.badExpiry") : allow({ scopes, expiresAt: end });
}
