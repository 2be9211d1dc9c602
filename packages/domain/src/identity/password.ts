import { allow, badInput, type Decision } from "../shared/decision.js";
import { codePoints, isBlank } from "../shared/text.js";
import { normaliseEmail } from "./email.js";

/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const PASSWORD_MIN = 8;
/** Hashing takes time, so there is an end. */
export const PASSWORD_MAX = 256;

/** Lengths are counted in code points. The password is never changed: what is typed is what is hashed. */
export function checkPassword(password: string, email: string, field = "password"): Decision<string> {
  const length = codePoints(password);
  if (isBlank(password)) return badInput(field, "text.required");
  if (/\0|\p{Surrogate}/u.test(password)) return badInput(field, "text.invalidCharacters");
  if (length < PASSWORD_MIN) return badInput(field, "password.tooShort", { min: PASSWORD_MIN });
  if (length > PASSWORD_MAX) return badInput(field, "password.tooLong", { max: PASSWORD_MAX });
  if (normaliseEmail(password) === normaliseEmail(email)) return badInput(field, "password.isEmail");
  return allow(password);
}
