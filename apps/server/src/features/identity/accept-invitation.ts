import { checkPassword } from "@stafeta/domain/identity/password";
import { secretHash } from "../../access/authenticate.js";
import { inChange, type Change } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import type { Reader } from "../../platform/db/database.js";
import { enforce, RefusedError } from "../../platform/graphql/refused.js";
import { accountById, setPassword, type Account } from "./account.queries.js";
import { beginSession, endPresentSession } from "./begin-session.js";
import { openInvitation, useInvitation } from "./invitation.queries.js";
import { hashPassword } from "./password-hash.js";
import { endSessionsOf } from "./session.queries.js";

/** Says the same of a link that was used, has expired, was replaced, or never was. */
export function linkEnded(): RefusedError {
  return new RefusedError("NOT_FOUND", "This link has been used or has expired", {
    message: { key: "link.ended", params: {} },
  });
}

interface Invited {
  readonly id: string;
  readonly expiresAt: string;
  readonly account: Account;
}

async function invitedBy(reader: Reader, tokenHash: Buffer): Promise<Invited> {
  const invitation = await openInvitation(reader, tokenHash);
  if (!invitation) throw linkEnded();
  const account = await accountById(reader, invitation.userId);
  if (!account?.active) throw linkEnded();
  return { id: invitation.id, expiresAt: invitation.expiresAt, account };
}

async function accept(change: Change, invited: Invited, passwordHash: string): Promise<void> {
  const { userId } = invited.account;
  await useInvitation(change, invited.id);
  await setPassword(change, userId, passwordHash);
  await endSessionsOf(change, userId);
  const changes = [{ field: "invitedUntil", before: invited.expiresAt, after: null }];
  change.record({ kind: "PASSWORD_CHANGED", entity: "user", entityId: userId, changes });
}

/**
 * Section 10, AUT-05: one use, also of two at the same time; signs the person in and ends what sessions they had.
 *
 * @throws RefusedError NOT_FOUND when the link opens nothing (any more)
 */
export async function acceptInvitation(
  context: RequestContext,
  input: { readonly token: string; readonly password: string },
): Promise<void> {
  const { access, address } = context;
  const tokenHash = secretHash(input.token);
  const { account } = await invitedBy(access.database, tokenHash);
  const passwordHash = await hashPassword(enforce(checkPassword(input.password, account.email)));
  const author = { userId: account.userId, onBehalfOf: null, address, clientMutationId: null };
  const secret = await inChange(access, author, async ({ change }) => {
    // Asked again under the clock: of two at the same time the second finds it used.
    await accept(change, await invitedBy(change, tokenHash), passwordHash);
    return beginSession(change, context, account.userId);
  });
  await endPresentSession(context);
  context.become(secret);
}
