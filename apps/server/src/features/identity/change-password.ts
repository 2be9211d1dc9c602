import { checkPassword } from "@stafeta/domain/identity/password";
import { cleanText } from "@stafeta/domain/shared/text";
import { changeAs, type ViewerChange } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { Identity } from "../../access/identity.js";
import type { RequestContext } from "../../access/request-context.js";
import { badInputError, enforce, RefusedError, unauthenticated } from "../../platform/graphql/refused.js";
import { accountById, replacePassword, type Account } from "./account.queries.js";
import { banned, refuseBanned, takeAttempt } from "./attempt.js";
import { recordAttempt, type AttemptPair } from "./attempt.queries.js";
import { beginSession } from "./begin-session.js";
import { closeInvitations } from "./invitation.queries.js";
import { hashPassword, isPassword, passwordPrint } from "./password-hash.js";
import { endSessionsOf } from "./session.queries.js";

export interface ChangePasswordInput {
  readonly current: string;
  readonly new: string;
  readonly clientMutationId?: string | null | undefined;
}

function wrongPassword(): RefusedError {
  return badInputError("current", "The present password is wrong", "password.wrong");
}

/** The change is undone with whatever it wrote; the try is counted after it, in a transaction of its own. */
class NotTaken extends Error {}

interface Compared {
  readonly account: Account;
  readonly via: Identity["via"];
  readonly pair: AttemptPair;
  readonly isRight: boolean;
  readonly newHash: string;
}

/** Whoever sits at another's open session could try passwords here: tries count as those of the login do. */
async function countFailure(context: RequestContext, { account, pair }: Compared): Promise<RefusedError> {
  return context.access.database.transaction(async (tx) => {
    const until = await takeAttempt(tx, pair);
    if (until) return banned(until);
    await recordAttempt(tx, pair, "FAILURE", account.userId);
    return wrongPassword();
  });
}

/** @returns the secret of this browser's new session; null when a token asked */
async function replace(
  tx: ViewerChange,
  context: RequestContext,
  compared: Compared,
): Promise<string | null> {
  const { change } = tx;
  const { account, pair, newHash } = compared;
  if (!compared.isRight || (await takeAttempt(change, pair))) throw new NotTaken();
  const isReplaced = await replacePassword(change, account.userId, account.passwordHash ?? "", newHash);
  if (!isReplaced) throw wrongPassword();
  const invitedUntil = await closeInvitations(change, account.userId);
  await endSessionsOf(change, account.userId);
  change.record({
    kind: "PASSWORD_CHANGED",
    entity: "user",
    entityId: account.userId,
    changes: invitedUntil === null ? [] : [{ field: "invitedUntil", before: invitedUntil, after: null }],
  });
  return compared.via.kind === "SESSION" ? beginSession(change, context, account.userId) : null;
}

async function compare(context: RequestContext, input: ChangePasswordInput): Promise<Compared> {
  const { database } = context.access;
  const { userId, via } = await context.requireIdentity();
  const account = await accountById(database, userId);
  if (!account) throw unauthenticated();
  enforce(cleanText(input.current, "current"));
  const next = enforce(checkPassword(input.new, account.email, "new"));
  const pair = { login: account.email, address: context.address };
  await refuseBanned(database, pair);
  const isRight = await isPassword(account.passwordHash, input.current);
  // Made for a wrong one too: else the time of a refusal would tell them apart.
  return { account, via, pair, isRight, newHash: await hashPassword(next) };
}

/**
 * Section 10. Ends every other session and gives this one a new secret (AUT-07); links sent earlier open nothing any more
 * (AUT-04). API tokens stay: they were never the password's.
 *
 * @throws RefusedError BAD_USER_INPUT when `current` is wrong, RATE_LIMITED as a login
 */
export async function changePassword(context: RequestContext, input: ChangePasswordInput): Promise<void> {
  const { clientMutationId } = input;
  const compared = await compare(context, input);
  const { userId } = compared.account;
  const print = await passwordPrint(clientMutationId, userId, [input.current, input.new]);
  const request = { userId, clientMutationId, operation: "changePassword", input: print };
  const begun: { secret: string | null } = { secret: null };
  try {
    await changeAs(context, { clientMutationId }, (tx) =>
      repeatable(tx.change, request, async () => {
        begun.secret = await replace(tx, context, compared);
        return userId;
      }),
    );
  } catch (error) {
    throw error instanceof NotTaken ? await countFailure(context, compared) : error;
  }
  if (begun.secret !== null) context.become(begun.secret);
}
