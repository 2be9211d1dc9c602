import { useQuery } from "@apollo/client/react";
import {
  companyOf,
  type Company,
  type Membership,
  type Person,
  type Role,
  type Unit,
} from "@stafeta/domain/org/company";
import type { Actor } from "@stafeta/domain/org/heads";
import type { MembershipId, RoleId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { useMemo } from "react";
import type { CompanyQuery, MemberFragment, PersonFragment } from "../../gql/graphql";
import { asError } from "../../lib/as-error";
import type { Refused } from "../../lib/refusals";
import type { Decision } from "@stafeta/domain/shared/decision";
import { wordsOfRefusal } from "../../lib/refusals";
import { useViewer } from "../identity/viewer";
import { COMPANY } from "./company.graphql";

export type UnitDetails = CompanyQuery["units"][number];
export type RoleChoice = CompanyQuery["roles"][number];

function personOf(user: PersonFragment): Person {
  const { name, active, avatarUrl } = user;
  // The admin flag of others is not told; no rule that is asked here hangs on it.
  return { id: user.id as UserId, name, email: user.email ?? "", active, admin: false, avatarUrl };
}

function membershipOf(member: MemberFragment): Membership {
  return {
    id: member.id as MembershipId,
    unitId: member.unit.id as UnitId,
    userId: member.user.id as UserId,
    roleId: member.role.id as RoleId,
  };
}

function unitOf(unit: UnitDetails): Unit {
  const { key, name, kind, archived, sprintLengthDays } = unit;
  const parentId = unit.parent ? (unit.parent.id as UnitId) : null;
  return { id: unit.id as UnitId, key, name, kind, archived, sprintLengthDays, parentId };
}

/** The answer of the API as the domain's rules read it, so that the screen refuses by the same functions (R12). */
export function companyFrom(data: CompanyQuery, others: readonly PersonFragment[] = []): Company {
  const members = data.units.flatMap((unit) => unit.members);
  const people = new Map(
    [...others, ...members.map((member) => member.user)].map((user) => [user.id, personOf(user)]),
  );
  return companyOf({
    units: data.units.map(unitOf),
    people: [...people.values()],
    roles: data.roles.map((role): Role => ({ ...role, id: role.id as RoleId })),
    memberships: members.map(membershipOf),
    statuses: [],
    labels: [],
    deputies: [],
    timeZone: "UTC",
  });
}

/** Undefined while it loads. */
export function useCompanyData(): CompanyQuery | undefined {
  const { data, error } = useQuery(COMPANY, { fetchPolicy: "cache-and-network" });
  if (error && !data) throw asError(error);
  return data;
}

export function useActor(): Actor {
  const { user, isAdmin, isBoss } = useViewer();
  return useMemo(() => ({ userId: user.id as UserId, isAdmin, isBoss }), [user.id, isAdmin, isBoss]);
}

/** Why not, in words; undefined where it is allowed. */
export function deniedBy<T>(decision: Decision<T>): string | undefined {
  if (decision.allowed) return undefined;
  const refused: Refused = {
    code: decision.code,
    message: { key: decision.message, params: decision.params },
  };
  return wordsOfRefusal(refused);
}
