import { rowOf, type Holding, type Issue, type Unit, type World } from "./world.js";

/** What one can be towards an issue (section 2). */
export type Hat = "MANAGER" | "DEVELOPER" | "REPORTER" | "ANALYST" | "HOLDER" | "AUTHOR" | "FOLLOWER";

export type Hats = ReadonlySet<Hat>;

export function rootOf(world: World): Unit {
  const root = world.units.find((unit) => unit.parentId === null);
  if (!root) throw new Error("a company has a root");
  return root;
}

/** The unit and all above it, nearest first. */
export function upFrom(world: World, unitId: string): Unit[] {
  const path: Unit[] = [];
  let at: string | null = unitId;
  while (at !== null) {
    const unit: Unit = rowOf(world.units, at);
    path.push(unit);
    at = unit.parentId;
  }
  return path;
}

/** The unit and all below it. */
export function downFrom(world: World, unitId: string): Unit[] {
  return world.units.filter((unit) => upFrom(world, unit.id).some((above) => above.id === unitId));
}

/** The built-in role of a membership that has not ended; null for any other. */
export function rolesOf(world: World, userId: string): { readonly unitId: string; readonly role: string }[] {
  return world.memberships.flatMap((membership) => {
    if (membership.ended || membership.userId !== userId) return [];
    const role = rowOf(world.roles, membership.roleId);
    return role.builtIn ? [{ unitId: membership.unitId, role: role.base }] : [];
  });
}

export function isActive(world: World, userId: string): boolean {
  return rowOf(world.people, userId).active;
}

const remembered = new WeakMap<World, Map<string, Hats>>();

/** R3 to R7: what memberships give in a unit. Worked out once a moment. */
export function hatsInUnit(world: World, userId: string, unitId: string): Hats {
  let known = remembered.get(world);
  if (!known) remembered.set(world, (known = new Map<string, Hats>()));
  const name = `${userId} in ${unitId}`;
  let hats = known.get(name);
  if (!hats) known.set(name, (hats = workOutHats(world, userId, unitId)));
  return hats;
}

function workOutHats(world: World, userId: string, unitId: string): Set<Hat> {
  const hats = new Set<Hat>();
  if (!isActive(world, userId)) return hats;
  const path = upFrom(world, unitId).map((unit) => unit.id);
  for (const { unitId: of, role } of rolesOf(world, userId)) {
    if (role === "MANAGER" && path.includes(of)) hats.add("MANAGER");
    if (role === "MANAGER" && rowOf(world.units, of).parentId === unitId) hats.add("DEVELOPER");
    if (role === "ANALYST" && path.includes(of)) hats.add("ANALYST");
    if (role === "DEVELOPER" && of === unitId) hats.add("DEVELOPER");
    if (role === "REPORTER" && of === unitId) hats.add("REPORTER");
  }
  return hats;
}

/** Section 1: any MANAGER of the root unit. */
export function isBossThemselves(world: World, userId: string): boolean {
  const root = rootOf(world).id;
  return (
    isActive(world, userId) &&
    rolesOf(world, userId).some(({ unitId, role }) => unitId === root && role === "MANAGER")
  );
}

export function isBoss(world: World, userId: string): boolean {
  return isBossThemselves(world, userId);
}

/** "Who can hold". */
export function canHold(hats: Hats): boolean {
  return hats.has("MANAGER") || hats.has("DEVELOPER") || hats.has("REPORTER");
}

/** What sight of an issue hangs on, now or at some moment. */
export interface SightFacts {
  readonly unitId: string;
  readonly assigneeId: string | null;
  readonly authorId: string;
  readonly holderIds: readonly string[];
}

export function holdersOf(holdings: readonly Holding[], issueId: string): string[] {
  return holdings.filter((holding) => holding.issueId === issueId).map((holding) => holding.userId);
}

export function hatsByFacts(world: World, userId: string, facts: SightFacts): Set<Hat> {
  const hats = new Set<Hat>();
  if (!isActive(world, userId)) return hats;
  const here = hatsInUnit(world, userId, facts.unitId);
  for (const hat of ["MANAGER", "DEVELOPER", "ANALYST"] as const) if (here.has(hat)) hats.add(hat);
  if (facts.assigneeId === userId && canHold(here)) {
    hats.add("HOLDER");
    // R6: a REPORTER is one only towards what is assigned to them.
    if (here.has("REPORTER")) hats.add("REPORTER");
  }
  if (facts.authorId === userId) hats.add("AUTHOR");
  if (facts.assigneeId === userId || facts.holderIds.includes(userId)) hats.add("FOLLOWER");
  return hats;
}

export function factsOf(world: World, issue: Issue): SightFacts {
  const { unitId, assigneeId, authorId } = issue;
  return { unitId, assigneeId, authorId, holderIds: holdersOf(world.holdings, issue.id) };
}

/** R10: possible: what memberships give; AUTHOR and FOLLOWER for anyone; HOLDER for any member who can be assigned. */
export function possibleHats(world: World, userId: string): Set<Hat> {
  const hats = new Set<Hat>(["AUTHOR", "FOLLOWER"]);
  for (const unit of world.units) {
    const here = hatsInUnit(world, userId, unit.id);
    for (const hat of here) hats.add(hat);
    if (canHold(here)) hats.add("HOLDER");
  }
  return hats;
}

/** Section 1, head: active MANAGERs of the unit, else those of the nearest ancestor that has some. */
export function headIdsOf(world: World, unitId: string): string[] {
  for (const unit of upFrom(world, unitId)) {
    const managers = world.people.filter(
      (person) =>
        person.active &&
        rolesOf(world, person.id).some(({ unitId: of, role }) => of === unit.id && role === "MANAGER"),
    );
    if (managers.length > 0) return managers.map((person) => person.id);
  }
  return [];
}
