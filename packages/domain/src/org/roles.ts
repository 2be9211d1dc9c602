import { allow, badInput, notFound, refuse, type Decision, type Refusal } from "../shared/decision.js";
import type { RoleId } from "../shared/ids.js";
import { foldForSearch } from "../shared/text.js";
import type { Company, Role } from "./company.js";
import type { Actor } from "./heads.js";

/** R9: more kinds of people than that nobody tells apart. */
export const MAX_CUSTOM_ROLES = 200;

/** A role that an admin made: its matrix can be changed. */
export type CustomisedRole = Role & Required<Pick<Role, "custom">>;

function adminsOnly(actor: Actor): Refusal | null {
  return actor.isAdmin || actor.isBoss ? null : refuse("FORBIDDEN", "R9", "role.adminsOnly");
}

/** Names are told apart as a person reads them. */
function nameTaken(company: Company, name: string, except: RoleId | null): Refusal | null {
  const folded = foldForSearch(name);
  const isTaken = company.roles.some((role) => role.id !== except && foldForSearch(role.name) === folded);
  return isTaken ? badInput("name", "role.nameTaken", { name }) : null;
}

/** R9: an admin copies a role. @param name as cleaned by `cleanTitle` @returns the role to copy */
export function canCreateRole(company: Company, actor: Actor, copyOf: RoleId, name: string): Decision<Role> {
  const source = company.roleById.get(copyOf);
  if (!source) return notFound();
  const refusal = adminsOnly(actor) ?? nameTaken(company, name, null);
  if (refusal) return refusal;
  const inUse = company.roles.filter((role) => role.custom && !role.custom.archived).length;
  if (inUse >= MAX_CUSTOM_ROLES) return refuse("LIMIT", "R9", "role.tooMany", { max: MAX_CUSTOM_ROLES });
  return allow(source);
}

/**
 * R9: built-in roles stay as they are. R2: an admin gives no rights to themselves, so they leave a role alone that they have;
 * a boss may.
 */
function customRole(company: Company, actor: Actor, roleId: RoleId): Decision<CustomisedRole> {
  const role = company.roleById.get(roleId);
  if (!role) return notFound();
  const refusal = adminsOnly(actor);
  if (refusal) return refusal;
  const { custom } = role;
  if (!custom) return refuse("FORBIDDEN", "R9", "role.builtInStays");
  const isTheirs = (company.membershipsOfUser.get(actor.userId) ?? []).some((one) => one.roleId === roleId);
  if (isTheirs && !actor.isBoss) return refuse("FORBIDDEN", "R2", "role.notYourOwn");
  return allow({ ...role, custom });
}

/** R9, I5: the edit carries the revision that it was based on. */
export function canEditRole(
  company: Company,
  actor: Actor,
  roleId: RoleId,
  revision: number,
): Decision<CustomisedRole> {
  const found = customRole(company, actor, roleId);
  if (!found.allowed) return found;
  const { custom } = found.value;
  if (custom.archived) return refuse("CONFLICT", "R9", "role.archived");
  if (revision > custom.revision || revision < 1) return badInput("revision", "record.unknownRevision");
  return revision === custom.revision ? found : refuse("CONFLICT", "I5", "record.changedSince");
}

/** R9. @param name as cleaned by `cleanTitle` */
export function canRenameRole(company: Company, role: Role, name: string): Decision {
  return nameTaken(company, name, role.id) ?? allow();
}

/** R9: never deleted, as memberships of the past name it; not archived under those who have it. A repeat is allowed. */
export function canArchiveRole(company: Company, actor: Actor, roleId: RoleId): Decision<CustomisedRole> {
  const found = customRole(company, actor, roleId);
  if (!found.allowed || found.value.custom.archived) return found;
  const members = company.memberships.filter((membership) => membership.roleId === roleId).length;
  return members === 0 ? found : refuse("CONFLICT", "R9", "role.inUse", { count: members });
}
