import type { CalendarDate } from "../shared/calendar-date.js";
import type { LabelId, MembershipId, RoleId, StatusId, UnitId, UserId } from "../shared/ids.js";

export const UNIT_KINDS = ["COMPANY", "DIVISION", "DEPARTMENT", "PROJECT"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const BUILT_IN_ROLES = ["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"] as const;
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

export const STATUS_CATEGORIES = ["BACKLOG", "TODO", "IN_PROGRESS", "RESOLVED", "CLOSED"] as const;
export type StatusCategory = (typeof STATUS_CATEGORIES)[number];

/** H1: the way that a hand-off takes: over the heads of both units, or over the head of what is common to both as well. */
export const HANDOFF_POLICIES = ["HEADS", "VIA_COMMON_HEAD"] as const;
export type HandoffPolicy = (typeof HANDOFF_POLICIES)[number];

export interface Unit {
  readonly id: UnitId;
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: UnitId | null;
  readonly archived: boolean;
  readonly sprintLengthDays: number;
  /** For what leaves this unit (H1); null or left out: as the company says. */
  readonly handoffPolicy?: HandoffPolicy | null;
  /** H6: working days that a hand-off may wait here before its heads are reminded; left out: two. */
  readonly stepLimitDays?: number;
}

export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** The flag of section 1: manages users, roles, settings; opens no issue. */
  readonly admin: boolean;
  readonly avatarUrl: string | null;
}

export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly builtIn: boolean;
  /** The built-in role that it is, or was copied from (R9). */
  readonly base: BuiltInRole;
  /** Absent for a built-in role: what it gives stands in the tables of the rules. */
  readonly custom?: CustomRole;
}

/** R9: which issues a custom role reaches: those assigned to its wearer, the unit's, or those of the units below too. */
export const REACHES = ["ASSIGNED", "UNIT", "TREE"] as const;
export type Reach = (typeof REACHES)[number];

/** R9: what an admin made of a role that was copied. */
export interface CustomRole {
  readonly reach: Reach;
  /** Fields of an issue, by their names in the schema. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly actions: readonly string[];
  readonly archived: boolean;
  readonly revision: number;
}

export interface Membership {
  readonly id: MembershipId;
  readonly unitId: UnitId;
  readonly userId: UserId;
  readonly roleId: RoleId;
}

export interface Status {
  readonly id: StatusId;
  readonly unitId: UnitId;
  readonly name: string;
  readonly category: StatusCategory;
  readonly position: number;
}

export interface Label {
  readonly id: LabelId;
  readonly unitId: UnitId;
  readonly name: string;
  readonly color: string;
}

/** Who acts for a boss between two days, both included, in the company's time zone (section 1). */
export interface Deputy {
  readonly userId: UserId;
  readonly bossId: UserId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** All that rights hang on, and the names of what issues point to, as of one version. */
export interface CompanyRecords {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly statuses: readonly Status[];
  readonly labels: readonly Label[];
  readonly deputies: readonly Deputy[];
  /** IANA name; "today" is the company's (section 9). */
  readonly timeZone: string;
  /** H1; left out: HEADS. */
  readonly handoffPolicy?: HandoffPolicy;
}

/** The records with the look-ups that rules need. Immutable: a change makes a new one. */
export interface Company extends CompanyRecords {
  readonly root: Unit;
  readonly unitById: ReadonlyMap<UnitId, Unit>;
  readonly personById: ReadonlyMap<UserId, Person>;
  readonly roleById: ReadonlyMap<RoleId, Role>;
  readonly statusById: ReadonlyMap<StatusId, Status>;
  readonly labelById: ReadonlyMap<LabelId, Label>;
  readonly childrenOf: ReadonlyMap<UnitId, readonly Unit[]>;
  readonly membershipsOfUnit: ReadonlyMap<UnitId, readonly Membership[]>;
  readonly membershipsOfUser: ReadonlyMap<UserId, readonly Membership[]>;
  /** In order of position. */
  readonly statusesOfUnit: ReadonlyMap<UnitId, readonly Status[]>;
  readonly labelsOfUnit: ReadonlyMap<UnitId, readonly Label[]>;
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<T["id"], T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** @throws Error when there is not exactly one root: the database holds that (R1), so it is a bug. */
export function companyOf(records: CompanyRecords): Company {
  const roots = records.units.filter((unit) => unit.parentId === null);
  const root = roots[0];
  if (!root || roots.length > 1) throw new Error(`a company has one root, not ${String(roots.length)}`);
  const below = records.units.filter((unit) => unit.parentId !== null);
  const statuses = records.statuses.toSorted((a, b) => a.position - b.position);
  return {
    ...records,
    root,
    unitById: byId(records.units),
    personById: byId(records.people),
    roleById: byId(records.roles),
    statusById: byId(records.statuses),
    labelById: byId(records.labels),
    childrenOf: groupBy(below, (unit) => unit.parentId as UnitId),
    membershipsOfUnit: groupBy(records.memberships, (membership) => membership.unitId),
    membershipsOfUser: groupBy(records.memberships, (membership) => membership.userId),
    statusesOfUnit: groupBy(statuses, (status) => status.unitId),
    labelsOfUnit: groupBy(records.labels, (label) => label.unitId),
  };
}
