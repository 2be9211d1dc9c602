import { canResetAccess } from "@stafeta/domain/org/people";
import { refuse } from "@stafeta/domain/shared/decision";
import { isId, type UserId } from "@stafeta/domain/shared/ids";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { changeAs, type ViewerChange } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound, refusedBy } from "../../platform/graphql/refused.js";
import { closeInvitations, insertInvitation, invitationById, markMailed } from "./invitation.queries.js";
import { invitationMail } from "./invitation-mail.js";
import { openShownOnce, sealShownOnce, type ShownOnce } from "./shown-once.js";
import { addresseeOf } from "./user.queries.js";

/** What the answer to `inviteUser` tells. */
export interface InvitationAnswer {
  readonly userId: string;
  readonly expiresAt: string;
  readonly mailed: boolean;
  /** Null where it was sent by mail. */
  readonly url: string | null;
}

async function invite({ change, company, viewer }: ViewerChange, id: string): Promise<ShownOnce> {
  if (!isId(id)) throw notFound();
  const userId = id as UserId;
  enforce(canResetAccess(company, viewer, userId));
  if (!company.personById.get(userId)?.active) throw refusedBy(refuse("CONFLICT", "R2", "member.inactive"));
  const before = await closeInvitations(change, userId);
  const secret = newSecret();
  const tokenHash = secretHash(secret);
  const invitation = await insertInvitation(change, { tokenHash, userId, createdBy: viewer.userId });
  const changes = [{ field: "invitedUntil", before, after: invitation.expiresAt }];
  change.record({ kind: "INVITED", entity: "user", entityId: userId, changes });
  return { id: invitation.id, secret };
}

async function mail(
  context: RequestContext,
  wanted: { id: string; userId: string; url: string; expiresAt: string },
) {
  const { mailer, database, log } = context.access;
  const addressee = await addresseeOf(database, wanted.userId);
  if (!mailer || !addressee) return false;
  const companyName = await context.read(({ company }) => Promise.resolve(company.root.name));
  try {
    await mailer.send(invitationMail(addressee, { ...wanted, companyName }));
  } catch (error) {
    log.warn(
      { err: error, invitation: wanted.id },
      "an invitation could not be mailed; its link is shown instead",
    );
    return false;
  }
  await markMailed(database, wanted.id);
  return true;
}

/**
 * Section 10: a link by which a person chooses their password, for seven days and one use; a newer one replaces it. Sent by
 * mail where there is SMTP, after the change: no transaction waits for a mail server. Where no server took it, whoever asked
 * gets the link.
 */
export async function inviteUser(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<InvitationAnswer> {
  const answer = await changeAs(context, { clientMutationId }, (tx) => {
    const { userId } = tx.viewer;
    const request = { userId, clientMutationId, operation: "inviteUser", input: { id } };
    return repeatable(tx.change, request, async () => sealShownOnce(context, await invite(tx, id)));
  });
  const made = openShownOnce(context, answer);
  const invitation = await invitationById(context.access.database, made.id);
  if (!invitation) throw notFound();
  const { userId, expiresAt } = invitation;
  const url = `${context.baseUrl}/invite?token=${made.secret}`;
  // A repeat whose first time got no further than the change sends the mail that is missing.
  const mailed = invitation.mailed || (await mail(context, { id: made.id, userId, url, expiresAt }));
  return { userId, expiresAt, mailed, url: mailed ? null : url };
}
