import { normaliseEmail } from "@stafeta/domain/identity/email";
import { cleanText } from "@stafeta/domain/shared/text";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, RefusedError } from "../../platform/graphql/refused.js";
import { accountByLogin, isStillGood, type Account } from "./account.queries.js";
import { banned, refuseBanned, takeAttempt } from "./attempt.js";
import { recordAttempt, type AttemptPair } from "./attempt.queries.js";
import { beginSession, endPresentSession } from "./begin-session.js";
import { isPassword } from "./password-hash.js";

export interface LoginInput {
  readonly email: string;
  readonly password: string;
}

/** As long as the longest address, and a few signs of it more: beyond that it is nobody's. */
const LOGIN_MAX = 320;

interface Compared {
  readonly account: Account | null;
  readonly isRight: boolean;
}

type Outcome = { readonly secret: string } | { readonly until: Date } | "WRONG";

function wrongLogin(): RefusedError {
  return new RefusedError("UNAUTHENTICATED", "The email or the password is wrong", {
    message: { key: "login.wrong", params: {} },
  });
}

/** Tells the outcome under the lock of the address, and begins the session in the same transaction. */
function settle(context: RequestContext, pair: AttemptPair, compared: Compared): Promise<Outcome> {
  const { account, isRight } = compared;
  return context.access.database.transaction(async (tx) => {
    const until = await takeAttempt(tx, pair);
    if (until) return { until };
    if (!account || !isRight || !(await isStillGood(tx, account))) {
      await recordAttempt(tx, pair, "FAILURE", account?.userId);
      return "WRONG";
    }
    await recordAttempt(tx, pair, "SUCCESS", account.userId);
    return { secret: await beginSession(tx, context, account.userId) };
  });
}

/**
 * Section 10. Answers alike, and after the same time, for a wrong password, an unknown login, one without a password and a
 * deactivated one. Case and blanks around the login do not matter (AUT-01).
 *
 * @throws RefusedError UNAUTHENTICATED, or RATE_LIMITED with `until`
 */
export async function login(context: RequestContext, input: LoginInput): Promise<void> {
  const email = normaliseEmail(enforce(cleanText(normaliseEmail(input.email), "email", LOGIN_MAX)));
  enforce(cleanText(input.password, "password"));
  const { database } = context.access;
  const pair = { login: email, address: context.address };
  await refuseBanned(database, pair);
  const account = await accountByLogin(database, email);
  const isRight = await isPassword(account?.passwordHash ?? null, input.password);
  const outcome = await settle(context, pair, { account, isRight });
  if (outcome === "WRONG") throw wrongLogin();
  if ("until" in outcome) throw banned(outcome.until);
  await endPresentSession(context);
  context.become(outcome.secret);
}
