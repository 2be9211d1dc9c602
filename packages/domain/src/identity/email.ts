import { allow, badInput, type Decision } from "../shared/decision.js";

const EMAIL_MAX = 254;
const LOCAL_MAX = 64;
const LOCAL = /^[^\s@\p{C}"(),:;<>[\\\]]+$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** One account per address, whatever its case and the blanks around it (AUT-01). */
export function normaliseEmail(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** The form alone: only a mail that arrives proves more. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (text.length > EMAIL_MAX || local.length > LOCAL_MAX) return false;
  if (!LOCAL.test(local) || local.startsWith(".") || local.endsWith(".") || local.includes(".."))
    return false;
  return domain.split(".").every((label) => DOMAIN_LABEL.test(label));
}

/** @returns the address in the form in which it is stored */
export function cleanEmail(text: string, field = "email"): Decision<string> {
  const email = normaliseEmail(text);
  return isEmail(email) ? allow(email) : badInput(field, "email.invalid");
}
