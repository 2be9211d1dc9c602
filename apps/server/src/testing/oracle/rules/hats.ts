import { rowOf, todayOf, type Issue, type Role, type Unit, type World } from "./world.js";

/** What one can be towards an issue (section 2). R9: a custom role is a hat of its own, here by its id. */
export type Hat =
  | "MANAGER"
  | "DEVELOPER"
  | "REPORTER"
  | "ANALYST"
  | "HOLDER"
  | "AUTHOR"
  | "FOLLOWER"
  | "STEP_HEAD"
  | `ROLE ${string}`;

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

/** The roles of memberships that have not ended. */
export function rolesOf(
  world: World,
  userId: string,
): { readonly unitId: string; readonly role: Role; readonly isManager: boolean }[] {
  return world.memberships.flatMap((membership) => {
    if (membership.ended || membership.userId !== userId) return [];
    const role = rowOf(world.roles, membership.roleId);
    // R9: only the built-in MANAGER makes a head, a boss, R3 or R4.
    return [{ unitId: membership.unitId, role, isManager: role.builtIn && role.base === "MANAGER" }];
  });
}

/** R9: the custom role that a hat stands for. */
export function customRole(world: World, hat: Hat): Role | null {
  return hat.startsWith("ROLE ") ? rowOf(world.roles, hat.slice("ROLE ".length)) : null;
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
  // Section 1: a deputy has the boss's hats on those days.
  if (bossesActedFor(world, userId).length > 0) hats.add("MANAGER");
  const path = upFrom(world, unitId).map((unit) => unit.id);
  for (const { unitId: of, role, isManager } of rolesOf(world, userId)) {
    if (!role.builtIn && (of === unitId || (role.reach === "TREE" && path.includes(of))))
      hats.add(`ROLE ${role.id}`);
    if (isManager && path.includes(of)) hats.add("MANAGER");
    if (isManager && rowOf(world.units, of).parentId === unitId) hats.add("DEVELOPER");
    if (!role.builtIn) continue;
    if (role.base === "ANALYST" && path.includes(of)) hats.add("ANALYST");
    if (role.base === "DEVELOPER" && of === unitId) hats.add("DEVELOPER");
    if (role.base === "REPORTER" && of === unitId) hats.add("REPORTER");
  }
  return hats;
}

/** Section 1: any MANAGER of the root unit. */
export function isBossThemselves(world: World, userId: string): boolean {
  const root = rootOf(world).id;
  return (
    isActive(world, userId) &&
    rolesOf(world, userId).some(({ unitId, isManager }) => unitId === root && isManager)
  );
}

/** Section 1: the bosses for whom a person acts today. Who is no boss any more has no deputy. */
export function bossesActedFor(world: World, userId: string): string[] {
  const today = todayOf(world);
  const named = world.deputies.filter(
    (deputy) => deputy.userId === userId && !deputy.ended && deputy.from <= today && today <= deputy.to,
  );
  const bosses = named.map(({ bossId }) => bossId).filter((bossId) => isBossThemselves(world, bossId));
  return [...new Set(bosses)];
}

/** A boss or who acts for one today. */
export function isBoss(world: World, userId: string): boolean {
  return (
    isBossThemselves(world, userId) || (isActive(world, userId) && bossesActedFor(world, userId).length > 0)
  );
}

/** "Who can hold": a MANAGER, DEVELOPER, REPORTER or custom hat. */
export function canHold(hats: Hats): boolean {
  return [...hats].some(
    (hat) => ["MANAGER", "DEVELOPER", "REPORTER"].includes(hat) || hat.startsWith("ROLE "),
  );
}

/** What sight of an issue hangs on, now or at some moment. */
export interface SightFacts {
  readonly unitId: string;
  readonly assigneeId: string | null;
  readonly authorId: string;
  /** R8: who once held it, began a hand-off of it or acted on a step of one. */
  readonly followerIds: readonly string[];
  /** The unit of the current step of its pending hand-off (H2). */
  readonly stepUnitId: string | null;
}

/** R8, H5. @param until an instant; null: up to now */
export function followersOf(world: World, issueId: string, until: string | null = null): string[] {
  const isBy = (at: string | null) => until === null || (at !== null && at <= until);
  const held = world.holdings.filter((one) => one.issueId === issueId && isBy(one.since));
  const handoffs = world.handoffs.filter((one) => one.issueId === issueId);
  const begun = handoffs.filter((one) => isBy(one.startedAt));
  const steps = world.steps.filter((step) => handoffs.some(({ id }) => id === step.handoffId));
  const acted = steps.filter((step) => step.actedBy !== null && isBy(step.actedAt));
  return [
    ...held.map((one) => one.userId),
    ...begun.map((one) => one.startedBy),
    ...acted.flatMap((step) => step.actedBy ?? []),
  ];
}

/** H3: the step whose turn it is in an issue's pending hand-off. */
export function stepUnitOf(world: World, issueId: string): string | null {
  const pending = world.handoffs.find((one) => one.issueId === issueId && one.state === "PENDING");
  return world.steps.find((step) => step.handoffId === pending?.id && step.current)?.unitId ?? null;
}

export function hatsByFacts(world: World, userId: string, facts: SightFacts): Set<Hat> {
  const hats = new Set<Hat>();
  if (!isActive(world, userId)) return hats;
  const here = hatsInUnit(world, userId, facts.unitId);
  const isHolder = facts.assigneeId === userId && canHold(here);
  if (isHolder) hats.add("HOLDER");
  for (const hat of here) {
    // R6, R9: these count only towards what is assigned to one.
    const countsHeld = hat === "REPORTER" || customRole(world, hat)?.reach === "ASSIGNED";
    if (!countsHeld || isHolder) hats.add(hat);
  }
  if (facts.authorId === userId) hats.add("AUTHOR");
  if (facts.assigneeId === userId || facts.followerIds.includes(userId)) hats.add("FOLLOWER");
  if (facts.stepUnitId !== null && hatsInUnit(world, userId, facts.stepUnitId).has("MANAGER"))
    hats.add("STEP_HEAD");
  return hats;
}

const knownFacts = new WeakMap<Issue, { readonly world: World; readonly facts: SightFacts }>();

/** Worked out once a moment. */
export function factsOf(world: World, issue: Issue): SightFacts {
  const known = knownFacts.get(issue);
  if (known?.world === world) return known.facts;
  const { id, unitId, assigneeId, authorId } = issue;
  const [followerIds, stepUnitId] = [followersOf(world, id), stepUnitOf(world, id)];
  const facts = { unitId, assigneeId, authorId, followerIds, stepUnitId };
  knownFacts.set(issue, { world, facts });
  return facts;
}

/** R10: possible: what memberships give; AUTHOR and FOLLOWER for anyone; HOLDER for any member who can be assigned. */
export function possibleHats(world: World, userId: string): Set<Hat> {
  const hats = new Set<Hat>(["AUTHOR", "FOLLOWER"]);
  for (const unit of world.units) {
    const here = hatsInUnit(world, userId, unit.id);
    for (const hat of here) hats.add(hat);
    if (canHold(here)) hats.add("HOLDER");
    if (here.has("MANAGER")) hats.add("STEP_HEAD");
  }
  return hats;
}

/** Section 1, head: active MANAGERs of the unit, else those of the nearest ancestor that has some. */
export function headIdsOf(world: World, unitId: string): string[] {
  for (const unit of upFrom(world, unitId)) {
    const managers = world.people.filter(
      (person) =>
        person.active &&
        rolesOf(world, person.id).some(({ unitId: of, isManager }) => of === unit.id && isManager),
    );
    if (managers.length > 0) return managers.map((person) => person.id);
  }
  return [];
}
