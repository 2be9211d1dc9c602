import { companyOf, type Company, type Membership, type Role } from "@stafeta/domain/org/company";
import { viewerOf, type Viewer as DomainViewer } from "@stafeta/domain/rights/viewer";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import type { MembershipId, RoleId, StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { useMemo } from "react";
import { useViewer, type Viewer } from "../identity/viewer";
import { useUnits, type UnitNode } from "./units";

const BOSS_ROLE = "boss" as RoleId;

/** A deputy has no membership of the root, but the hats of a boss for the days named (section 1). */
function bossMembership(root: UnitNode, userId: UserId): [Role, Membership] {
  return [
    { id: BOSS_ROLE, name: "", builtIn: true, base: "MANAGER" },
    { id: "boss" as MembershipId, unitId: root.id as UnitId, userId, roleId: BOSS_ROLE },
  ];
}

/** R9: what a custom role opens comes with it, so that the rules here know what the server's do. */
function roleFrom(role: Viewer["memberships"][number]["role"]): Role {
  const { name, builtIn, base, reach, archived, revision } = role;
  const { readFields: read, writeFields: write, actions } = role;
  const custom = { reach, read, write, actions, archived, revision };
  return { id: role.id as RoleId, name, builtIn, base, ...(builtIn ? {} : { custom }) };
}

/** As much of the company as the page knows: the tree, and the memberships of the viewer alone. */
function companyAround(me: Viewer, units: readonly UnitNode[]): Company | null {
  const root = units.find((unit) => unit.parent === null);
  if (!root) return null;
  const userId = me.user.id as UserId;
  const roles = new Map<RoleId, Role>();
  const memberships: Membership[] = me.memberships.map(({ id, unit, role }) => {
    roles.set(role.id as RoleId, roleFrom(role));
    return { id: id as MembershipId, unitId: unit.id as UnitId, userId, roleId: role.id as RoleId };
  });
  if (me.isBoss) {
    const [role, membership] = bossMembership(root, userId);
    roles.set(role.id, role);
    memberships.push(membership);
  }
  return companyOf({
    units: units.map(({ id, key, name, kind, parent, archived }) => {
      const parentId = (parent?.id ?? null) as UnitId | null;
      return { id: id as UnitId, key, name, kind, parentId, archived, sprintLengthDays: 0 };
    }),
    people: [{ id: userId, name: me.user.name, email: "", active: true, admin: me.isAdmin, avatarUrl: null }],
    roles: [...roles.values()],
    memberships,
    statuses: units.flatMap((unit) =>
      unit.statuses.map((status) => ({ ...status, id: status.id as StatusId, unitId: unit.id as UnitId })),
    ),
    labels: [],
    deputies: [],
    timeZone: me.timeZone,
  });
}

/**
 * R3 to R8, R12: the viewer's hats by the function that the server asks too, so that what is denied is shown with its reason
 * before the attempt.
 */
export function domainViewer(me: Viewer, units: readonly UnitNode[], now: Date): DomainViewer | null {
  const company = companyAround(me, units);
  return company ? viewerOf(company, me.user.id as UserId, dayIn(me.timeZone, now)) : null;
}

/** Who is signed in, as the rules of the domain ask for them; null where the tree of units is not known. */
export function useDomainViewer(): DomainViewer | null {
  const me = useViewer();
  const units = useUnits();
  return useMemo(() => domainViewer(me, units, new Date()), [me, units]);
}
