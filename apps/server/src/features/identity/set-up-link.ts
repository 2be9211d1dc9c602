import { newSecret, secretHash } from "../../access/authenticate.js";
import type { Access } from "../../access/request-context.js";
import { renewSetUpLink } from "./set-up-link.queries.js";

/**
 * Section 10: the one-time link of an installation in which nothing is set up; one printed earlier opens nothing any more.
 *
 * @param baseUrl the origin that people reach the product at
 * @returns null when there is a company
 */
export async function setUpLink(access: Access, baseUrl: string): Promise<string | null> {
  const secret = newSecret();
  const isOpen = await renewSetUpLink(access.database, secretHash(secret));
  return isOpen ? `${baseUrl}/setup?token=${secret}` : null;
}
