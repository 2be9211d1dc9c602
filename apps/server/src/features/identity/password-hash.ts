import { createHash } from "node:crypto";
import { hash, hashRaw, verify } from "@node-rs/argon2";
import { Limiter } from "../../platform/limiter.js";

/** Each takes 19 MiB and a thread that files and names are waited for on: a flood of logins must not take them all. */
const turns = new Limiter(2);

/** Of no password that anybody knows, made like all others: what there is no account for is compared with it. */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$SX7z5lKTCx1Op21Rdis2fA$9wO01BVRQINAbegDnRceShp3SEOcpaRz1XoLzzwt+2s";

/** argon2id with a salt of its own (section 10). Takes tens of milliseconds: never while a transaction is open. */
export function hashPassword(password: string): Promise<string> {
  return turns.run(() => hash(password));
}

/**
 * Takes the same time whether or not there is a password, so that the time does not tell whether the account exists.
 *
 * @param passwordHash null: there is none
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isSame = await turns.run(() => verify(passwordHash ?? NOBODYS_HASH, password));
  return isSame && passwordHash !== null;
}

/**
 * Stands for passwords in what a repeat is recognised by: as slow to guess as the stored hash, and the same each time for
 * the same request. Null where nothing is remembered.
 */
export async function passwordPrint(
  clientMutationId: string | null | undefined,
  userId: string,
  passwords: readonly string[],
): Promise<string | null> {
  if (clientMutationId == null) return null;
  const salt = createHash("sha256").update(`${userId} ${clientMutationId}`).digest().subarray(0, 16);
  const print = await turns.run(() => hashRaw(JSON.stringify(passwords), { salt }));
  return print.toString("base64");
}
