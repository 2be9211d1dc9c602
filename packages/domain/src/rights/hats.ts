import { BUILT_IN_ROLES, type BuiltInRole } from "../org/company.js";

/**
 * What a viewer can be towards a record (R10). Hats add up; one bit each, so that a row is decided by a few compares.
 * The first four are roles; the rest follow from the record.
 */
export const HAT_BITS = {
  MANAGER: 1,
  DEVELOPER: 2,
  REPORTER: 4,
  ANALYST: 8,
  HOLDER: 16,
  AUTHOR: 32,
  FOLLOWER: 64,
  STEP_HEAD: 128,
  /** Towards a person: the person themselves; the flag of section 1. */
  SELF: 256,
  ADMIN: 512,
} as const;
export type Hat = keyof typeof HAT_BITS;
export const HATS = Object.keys(HAT_BITS) as Hat[];

/** A sum of HAT_BITS. */
export type Hats = number;

export const NO_HATS: Hats = 0;

export function hatsFrom(hats: readonly Hat[]): Hats {
  return hats.reduce((sum, hat) => sum | HAT_BITS[hat], NO_HATS);
}

export function hasHat(hats: Hats, hat: Hat): boolean {
  return (hats & HAT_BITS[hat]) !== 0;
}

export function hatNames(hats: Hats): Hat[] {
  return HATS.filter((hat) => hasHat(hats, hat));
}

/** The hats that a membership can give. */
export const ROLE_HATS: Hats = hatsFrom(BUILT_IN_ROLES);

/** Hats whose wearer sees every issue of the unit (R3, R5, R7); a REPORTER sees only what they hold (R6). */
export const SEES_ALL: Hats = hatsFrom(["MANAGER", "DEVELOPER", "ANALYST"]);

/** Hats that can be named as assignee ("Who can hold", section 2). */
export const CAN_HOLD: Hats = hatsFrom(["MANAGER", "DEVELOPER", "REPORTER"]);

export function hatOfRole(base: BuiltInRole): Hats {
  return HAT_BITS[base];
}
