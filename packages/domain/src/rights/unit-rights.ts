import type { Company, CustomRole, Role, Unit } from "../org/company.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { grantsFrom, joinGrants, type Grants } from "./grants.js";
import { HAT_BITS, hatOfRole, NO_HATS, type HatBits } from "./hats.js";

/** R9: what a viewer's custom roles open in one unit. */
export interface UnitGrants {
  /** On each of its issues: the roles whose reach is UNIT or TREE. Null: none of them is. */
  readonly everywhere: Grants | null;
  /** On what they hold there, and in the unit itself: all of the roles. */
  readonly all: Grants;
}

/** What memberships give in each unit. */
export interface UnitRights {
  readonly unitHats: ReadonlyMap<UnitId, HatBits>;
  readonly unitGrants: ReadonlyMap<UnitId, UnitGrants> | null;
}

class Collected {
  readonly hats = new Map<UnitId, HatBits>();
  readonly grants = new Map<UnitId, UnitGrants>();

  add(unitId: UnitId, hats: HatBits): void {
    this.hats.set(unitId, (this.hats.get(unitId) ?? NO_HATS) | hats);
  }

  grant(unitId: UnitId, grants: Grants, isEverywhere: boolean): void {
    const present = this.grants.get(unitId);
    const everywhere = present?.everywhere ?? null;
    this.grants.set(unitId, {
      everywhere: isEverywhere ? joinGrants(everywhere, grants) : everywhere,
      all: joinGrants(present?.all ?? null, grants) ?? grants,
    });
  }
}

function eachBelow(company: Company, unit: Unit, visit: (unitId: UnitId) => void): void {
  visit(unit.id);
  for (const child of company.childrenOf.get(unit.id) ?? []) eachBelow(company, child, visit);
}

/** R3: a MANAGER everywhere below. R4: a DEVELOPER of the direct parent, from a membership of their own. R7: an ANALYST below. */
function addBuiltIn(company: Company, into: Collected, unit: Unit, { base }: Role): void {
  const hat = hatOfRole(base);
  if (base === "MANAGER" || base === "ANALYST")
    eachBelow(company, unit, (unitId) => {
      into.add(unitId, hat);
    });
  else into.add(unit.id, hat);
  if (base === "MANAGER" && unit.parentId) into.add(unit.parentId, HAT_BITS.DEVELOPER);
}

/** Parsed once a version of the company, and the same object for all who have the role. */
const grantsOfRole = new WeakMap<CustomRole, Grants>();

function grantsOf(role: CustomRole): Grants {
  let grants = grantsOfRole.get(role);
  if (!grants) grantsOfRole.set(role, (grants = grantsFrom(role)));
  return grants;
}

/** R9: a custom role gives a hat of its own, and what its matrix opens, as far as it reaches. */
function addCustom(company: Company, into: Collected, unit: Unit, role: CustomRole): void {
  const isEverywhere = role.reach !== "ASSIGNED";
  const hat = isEverywhere ? HAT_BITS.CUSTOM : HAT_BITS.CUSTOM_HELD;
  const give = (unitId: UnitId) => {
    into.add(unitId, hat);
    into.grant(unitId, grantsOf(role), isEverywhere);
  };
  if (role.reach === "TREE") eachBelow(company, unit, give);
  else give(unit.id);
}

/** R3 to R7, R9. @param asBoss acting for a boss today */
export function unitRightsOf(company: Company, userId: UserId, asBoss: boolean): UnitRights {
  const into = new Collected();
  if (asBoss)
    eachBelow(company, company.root, (unitId) => {
      into.add(unitId, HAT_BITS.MANAGER);
    });
  for (const membership of company.membershipsOfUser.get(userId) ?? []) {
    const unit = company.unitById.get(membership.unitId);
    const role = company.roleById.get(membership.roleId);
    if (!unit || !role) continue;
    if (role.builtIn) addBuiltIn(company, into, unit, role);
    else if (role.custom) addCustom(company, into, unit, role.custom);
  }
  return { unitHats: into.hats, unitGrants: into.grants.size === 0 ? null : into.grants };
}
