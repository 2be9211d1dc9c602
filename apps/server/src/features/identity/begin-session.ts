import { newSecret, secretHash } from "../../access/authenticate.js";
import { inChange } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import type { Reader } from "../../platform/db/database.js";
import { deviceOf } from "./device.js";
import { endSessionOf, insertSession } from "./session.queries.js";

/** AUT-07: each session has a new secret, whatever the browser brought. @returns the secret, kept nowhere else */
export async function beginSession(tx: Reader, context: RequestContext, userId: string): Promise<string> {
  const secret = newSecret();
  const { address } = context;
  await insertSession(tx, {
    tokenHash: secretHash(secret),
    userId,
    address,
    device: deviceOf(context.userAgent),
  });
  return secret;
}

/** AUT-07: ends the session that the request came with, if any: who signs in or out leaves none behind. */
export async function endPresentSession(context: RequestContext): Promise<boolean> {
  const identity = await context.identity();
  if (identity?.via.kind !== "SESSION") return false;
  const { userId, via } = identity;
  return inChange(context.access, null, ({ change }) => endSessionOf(change, userId, via.id));
}
