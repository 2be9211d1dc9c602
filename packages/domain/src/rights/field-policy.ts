import { hatsFrom, type Hat, type HatBits, type Hats } from "./hats.js";

/** Who may read a field and who may write it after creation (R10). "ANYONE" reads: all who see the record. */
export interface FieldPolicy {
  readonly read: HatBits | "ANYONE";
  readonly write: HatBits;
  /** The name by which a custom role grants it (R9); null: by none. */
  readonly grant: string | null;
}

export type FieldPolicies = Readonly<Record<string, FieldPolicy>>;

export function readBy(
  read: readonly Hat[] | "ANYONE",
  write: readonly Hat[] = [],
  grant: string | null = null,
): FieldPolicy {
  return { read: read === "ANYONE" ? read : hatsFrom(read), write: hatsFrom(write), grant };
}

/** R9: a table whose rows a custom role can grant, each by the name of its field. */
export function grantedByName<Field extends string>(
  policies: Readonly<Record<Field, FieldPolicy>>,
): Readonly<Record<Field, FieldPolicy>> {
  const rows = Object.entries<FieldPolicy>(policies);
  const named = rows.map(([field, policy]) => [field, { ...policy, grant: field }] as const);
  return Object.fromEntries(named) as Readonly<Record<Field, FieldPolicy>>;
}

export function canRead(policy: FieldPolicy, hats: Hats): boolean {
  if (policy.read === "ANYONE") return true;
  if (typeof hats === "number") return (policy.read & hats) !== 0;
  return (policy.read & hats.bits) !== 0 || (policy.grant !== null && hats.grants.read.has(policy.grant));
}

export function canWrite(policy: FieldPolicy, hats: Hats): boolean {
  if (typeof hats === "number") return (policy.write & hats) !== 0;
  return (policy.write & hats.bits) !== 0 || (policy.grant !== null && hats.grants.write.has(policy.grant));
}
