import type { CustomRole } from "../org/company.js";
import type { CustomHats, HatBits } from "./hats.js";

/**
 * R9: what custom roles open beside the fixed hats: fields by their names in the schema, actions by theirs (`actions.ts`).
 * Grants add up; there is no way to take away with them.
 */
export interface Grants {
  readonly read: ReadonlySet<string>;
  readonly write: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  /** The hats that these are worn with, each kept once: see `withGrants`. */
  readonly worn: Map<HatBits, CustomHats>;
}

type Matrix = Pick<CustomRole, "read" | "write" | "actions">;

export function grantsFrom({ read, write, actions }: Matrix): Grants {
  return { read: new Set(read), write: new Set(write), actions: new Set(actions), worn: new Map() };
}

/** R10: hats add up. */
export function joinGrants(one: Grants | null, other: Grants | null): Grants | null {
  if (!one || !other || one === other) return one ?? other;
  return grantsFrom({
    read: [...one.read, ...other.read],
    write: [...one.write, ...other.write],
    actions: [...one.actions, ...other.actions],
  });
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((name) => other.has(name));
}

/** What both open: on rows of several units, what is sure for every one of them. */
export function sharedGrants(one: Grants | null, other: Grants | null): Grants | null {
  if (!one || !other || one === other) return one === other ? one : null;
  return grantsFrom({
    read: shared(one.read, other.read),
    write: shared(one.write, other.write),
    actions: shared(one.actions, other.actions),
  });
}
