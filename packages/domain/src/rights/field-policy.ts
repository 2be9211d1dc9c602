import { hatsFrom, type Hat, type Hats } from "./hats.js";

/** Who may read a field and who may write it after creation (R10). "ANYONE" reads: all who see the record. */
export interface FieldPolicy {
  readonly read: Hats | "ANYONE";
  readonly write: Hats;
}

export type FieldPolicies = Readonly<Record<string, FieldPolicy>>;

export function readBy(read: readonly Hat[] | "ANYONE", write: readonly Hat[] = []): FieldPolicy {
  return { read: read === "ANYONE" ? read : hatsFrom(read), write: hatsFrom(write) };
}

export function canRead(policy: FieldPolicy, hats: Hats): boolean {
  return policy.read === "ANYONE" || (policy.read & hats) !== 0;
}

export function canWrite(policy: FieldPolicy, hats: Hats): boolean {
  return (policy.write & hats) !== 0;
}
