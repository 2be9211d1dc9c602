import { checkPassword } from "@stafeta/domain/identity/password";
import type { Refused } from "../../lib/refusals";

/** Section 10, the server's own rule, asked before the request. Null when it is good. */
export function passwordRefusal(password: string, email: string, field = "password"): Refused | null {
  const decision = checkPassword(password, email, field);
  if (decision.allowed) return null;
  const { code, message, params } = decision;
  return { code, field, message: { key: message, params } };
}
