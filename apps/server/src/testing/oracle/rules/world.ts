/** The tables as they are, row by row: all that the second implementation of the rules looks at. */

export interface Unit {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly archived: boolean;
  readonly sprintLengthDays: number;
  /** Null: as the company says (H1). */
  readonly handoffPolicy: string | null;
  readonly stepLimitDays: number;
}

/** One row. */
export interface Company {
  readonly handoffPolicy: string;
  readonly timeZone: string;
  /** The company's day (section 9). */
  readonly today: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly admin: boolean;
  readonly avatarUrl: string | null;
  readonly locale: string;
  readonly timeZone: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly builtIn: boolean;
  readonly base: string;
  readonly archived: boolean;
  readonly revision: number;
  /** R9: of a custom role; null: a built-in one. */
  readonly reach: Reach | null;
  readonly matrix: Matrix | null;
}

export type Reach = "ASSIGNED" | "UNIT" | "TREE";

export interface Matrix {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly actions: readonly string[];
}

/** Section 1: who acts for a boss, on which days. */
export interface Deputy {
  readonly id: string;
  readonly userId: string;
  readonly bossId: string;
  readonly from: string;
  readonly to: string;
  readonly ended: boolean;
}

export interface Membership {
  readonly id: string;
  readonly unitId: string;
  readonly userId: string;
  readonly roleId: string;
  readonly ended: boolean;
}

export type Category = "BACKLOG" | "TODO" | "IN_PROGRESS" | "RESOLVED" | "CLOSED";

export interface Status {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly category: Category;
  readonly position: number;
}

export interface Label {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly color: string;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly keyPrefix: string;
  readonly keyNumber: number;
  readonly unitId: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: string;
  readonly priority: number;
  readonly statusId: string;
  readonly authorId: string;
  readonly assigneeId: string | null;
  readonly parentId: string | null;
  readonly labelIds: readonly string[];
  readonly estimate: number | null;
  readonly value: number | null;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly rank: string;
  readonly resolution: string | null;
  readonly archived: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly revision: number;
  readonly lastEvent: string;
}

export type HandoffState = "PENDING" | "ACCEPTED" | "REFUSED" | "WITHDRAWN";

export interface Handoff {
  readonly id: string;
  readonly issueId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly state: HandoffState;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly comment: string | null;
  readonly withSubIssues: boolean;
  /** The passage that it went along with (H4). */
  readonly carriedBy: string | null;
}

export interface Step {
  readonly id: string;
  readonly handoffId: string;
  readonly position: number;
  readonly unitId: string;
  readonly state: HandoffState;
  readonly current: boolean;
  readonly turnAt: string | null;
  readonly actedBy: string | null;
  readonly actedAt: string | null;
  readonly reason: string | null;
  readonly comment: string | null;
}

/** I2: kept once, shown from both sides. */
export interface Relation {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly kind: string;
  readonly delayDays: number | null;
  readonly ended: boolean;
}

/** A stretch of holding: who, and since when. */
export interface Holding {
  readonly id: string;
  readonly issueId: string;
  readonly userId: string;
  readonly since: string;
  readonly isOver: boolean;
}

export interface Comment {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly body: string;
  readonly internal: boolean;
  readonly unitId: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
}

export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface LoggedEvent {
  readonly id: string;
  readonly at: string;
  readonly operation: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly entity: string;
  readonly entityId: string;
  readonly issueId: string | null;
  readonly clientMutationId: string | null;
  readonly changes: readonly Change[];
  readonly unitId: string | null;
  readonly assigneeId: string | null;
  readonly authorId: string | null;
  readonly unitBefore: string | null;
  readonly assigneeBefore: string | null;
  readonly stepUnitId: string | null;
  readonly stepUnitBefore: string | null;
  readonly onBehalfOf: string | null;
}

/** A moment of the company. */
export interface World {
  readonly companies: readonly Company[];
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly statuses: readonly Status[];
  readonly labels: readonly Label[];
  readonly issues: readonly Issue[];
  readonly holdings: readonly Holding[];
  readonly comments: readonly Comment[];
  readonly deputies: readonly Deputy[];
  readonly handoffs: readonly Handoff[];
  /** Of each hand-off in their order. */
  readonly steps: readonly Step[];
  readonly relations: readonly Relation[];
  /** Oldest first. */
  readonly events: readonly LoggedEvent[];
}

/** Section 9: the company's. */
export function todayOf(world: World): string {
  return world.companies[0]?.today ?? "";
}

/** The row of an id. @throws Error when there is none */
export function rowOf<T extends { readonly id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`the oracle knows no row ${id}`);
  return row;
}

export function rowOrNull<T extends { readonly id: string }>(
  rows: readonly T[],
  id: string | null | undefined,
): T | null {
  return rows.find((one) => one.id === id) ?? null;
}

/** Ids are numbers that grow. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return Number(a.id) - Number(b.id);
}
