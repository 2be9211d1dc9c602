import type { BuiltInRole } from "../org/company.js";
import type { Grants } from "./grants.js";

/**
 * What a viewer can be towards a record (R10). Hats add up; one bit each, so that a row is decided by a few compares.
 * The first four are the built-in roles; the rest follow from the record.
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
  /** R9: a custom role that reaches every issue of the unit. What it opens stands in the grants that are worn with it. */
  CUSTOM: 1024,
  /** R9: a custom role that reaches only what is assigned to its wearer, as a REPORTER's does. */
  CUSTOM_HELD: 2048,
} as const;
export type Hat = keyof typeof HAT_BITS;
export const HATS = Object.keys(HAT_BITS) as Hat[];

/** A sum of HAT_BITS. */
export type HatBits = number;

/** R9: hats of which some are custom roles, with what these grant together. */
export interface CustomHats {
  readonly bits: HatBits;
  readonly grants: Grants;
}

/**
 * R10. A plain number for whoever wears no custom role on the record, so that they pay nothing for there being some; never
 * add or mask it by hand, but by the functions below, which know both forms.
 */
export type Hats = HatBits | CustomHats;

export const NO_HATS: HatBits = 0;

export function hatsFrom(hats: readonly Hat[]): HatBits {
  return hats.reduce((sum, hat) => sum | HAT_BITS[hat], NO_HATS);
}

export function bitsOf(hats: Hats): HatBits {
  return typeof hats === "number" ? hats : hats.bits;
}

/** R9: what custom roles grant beside the fixed hats; null: none is worn. */
export function grantsOf(hats: Hats): Grants | null {
  return typeof hats === "number" ? null : hats.grants;
}

/** One object for the same hats and grants, so that what is worked out for them can be kept under it. */
export function withGrants(bits: HatBits, grants: Grants | null | undefined): Hats {
  if (!grants) return bits;
  let worn = grants.worn.get(bits);
  if (!worn) grants.worn.set(bits, (worn = { bits, grants }));
  return worn;
}

export function hasHat(hats: Hats, hat: Hat): boolean {
  return (bitsOf(hats) & HAT_BITS[hat]) !== 0;
}

/** Whether one of these hats at the least is worn. */
export function hasAny(hats: Hats, wanted: HatBits): boolean {
  return (bitsOf(hats) & wanted) !== 0;
}

export function hatNames(hats: Hats): Hat[] {
  return HATS.filter((hat) => hasHat(hats, hat));
}

/** The hats that a membership can give. */
export const ROLE_HATS: HatBits = hatsFrom([
  "MANAGER",
  "DEVELOPER",
  "REPORTER",
  "ANALYST",
  "CUSTOM",
  "CUSTOM_HELD",
]);

/** Hats whose wearer sees every issue of the unit (R3, R5, R7, R9). */
export const SEES_ALL: HatBits = hatsFrom(["MANAGER", "DEVELOPER", "ANALYST", "CUSTOM"]);

/** Hats that count only on what their wearer holds (R6, R9). */
export const COUNTS_HELD: HatBits = hatsFrom(["REPORTER", "CUSTOM_HELD"]);

/** Hats that can be named as assignee ("Who can hold", section 2). */
export const CAN_HOLD: HatBits = hatsFrom(["MANAGER", "DEVELOPER", "REPORTER", "CUSTOM", "CUSTOM_HELD"]);

export function hatOfRole(base: BuiltInRole): HatBits {
  return HAT_BITS[base];
}
