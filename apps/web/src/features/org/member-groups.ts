import type { MemberFragment } from "../../gql/graphql";
import { compareNames } from "../../lib/format";
import type { RoleChoice } from "./company-view";

export interface RoleGroup {
  readonly role: RoleChoice;
  readonly members: readonly MemberFragment[];
}

const ORDER = ["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"];

/**
 * R2: one group per role, built-in ones first, in the order of their rights; people by name. An archived role takes nobody
 * new (R9), so it is there only as long as somebody has it.
 */
export function groupByRole(
  roles: readonly RoleChoice[],
  members: readonly MemberFragment[],
): readonly RoleGroup[] {
  const weight = (role: RoleChoice) => (role.builtIn ? ORDER.indexOf(role.base) : ORDER.length);
  return [...roles]
    .sort((a, b) => weight(a) - weight(b) || compareNames(a.name, b.name))
    .map((role) => ({
      role,
      members: members
        .filter((member) => member.role.id === role.id)
        .sort((a, b) => compareNames(a.user.name, b.user.name)),
    }))
    .filter((group) => !group.role.archived || group.members.length > 0);
}
