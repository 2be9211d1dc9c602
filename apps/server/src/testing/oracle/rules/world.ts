/** The tables as they are, row by row: all that the second implementation of the rules looks at. */

export interface Unit {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly archived: boolean;
  readonly sprintLengthDays: number;
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
}

/** A moment of the company. */
export interface World {
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly statuses: readonly Status[];
  readonly labels: readonly Label[];
  readonly issues: readonly Issue[];
  readonly holdings: readonly Holding[];
  readonly comments: readonly Comment[];
  /** Oldest first. */
  readonly events: readonly LoggedEvent[];
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
