import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import type { FieldPolicy } from "@stafeta/domain/rights/field-policy";
import {
  readableUnits,
  readsAsAuthor,
  readsAsFollower,
  readsAsHolder,
  readsAsStepHead,
  rowSight,
  type RowSight,
} from "@stafeta/domain/rights/row-sight";
import { hatsAnywhere, hatsWithin, type RowHats } from "@stafeta/domain/rights/row-hats";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { UnitId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import type { Sql } from "../../platform/db/sql.js";

/** Who asks, and of which version of the company: a reading or a change. */
export type Sighting = Pick<ReadScope, "company" | "viewer">;

const sights = new WeakMap<Viewer, RowSight>();

function sightOf(scope: Sighting): RowSight {
  let sight = sights.get(scope.viewer);
  if (!sight) sights.set(scope.viewer, (sight = rowSight(scope.company, scope.viewer)));
  return sight;
}

/** The units all of whose issues the viewer sees. */
export function wholeUnits(scope: Sighting): readonly string[] {
  return sightOf(scope).units;
}

/**
 * Held by the viewer now or once, or handed off or acted on by them (R8, H5). An array that is made once a statement, not a sub-select: the planner can look it up
 * in the index of ids, beside those of units, assignees and authors, where it would else read every issue there is.
 */
export function followedOnce(scope: Sighting, sql: Sql, alias: string): string {
  const me = sql.id(scope.viewer.userId);
  const held = `select h.issue_id from issue_holder h where h.user_id = ${me}`;
  const acted = `select f.issue_id from issue_follower f where f.user_id = ${me}`;
  return `${alias}.id = any(array(${held} union all ${acted}))`;
}

/** H2: those in transit on whose current step the viewer may act. */
function waitsFor(scope: Sighting, sql: Sql, alias: string): string[] {
  const { stepUnits } = sightOf(scope);
  return stepUnits.length === 0 ? [] : [`${alias}.step_unit_id = any(${sql.ids(stepUnits)})`];
}

/** The units that a statement keeps to by another condition; null: any. Spares conditions that hold in all of them. */
export type Within = readonly string[] | null;

export function coversAll(scope: Sighting, units: readonly string[], within: Within): boolean {
  if (within === null) return units.length === scope.company.units.length;
  return within.every((unit) => units.includes(unit));
}

/** R10: which issues exist for the viewer. */
export function seesIssue(scope: Sighting, sql: Sql, alias: string, within: Within = null): string {
  const sight = sightOf(scope);
  if (sight.all || coversAll(scope, sight.units, within)) return "true";
  const me = sql.id(scope.viewer.userId);
  const unit = sight.units.length === 0 ? [] : [`${alias}.unit_id = any(${sql.ids(sight.units)})`];
  const own = [`${alias}.assignee_id = ${me}`, `${alias}.author_id = ${me}`, followedOnce(scope, sql, alias)];
  return `(${[...unit, ...own, ...waitsFor(scope, sql, alias)].join(" or ")})`;
}

/** R10: on which of the issues that the viewer sees the field can be read; "true" or "false" where it is so for all. */
export function readsField(
  scope: Sighting,
  sql: Sql,
  alias: string,
  policy: FieldPolicy,
  within: Within = null,
): string {
  if (policy.read === "ANYONE") return "true";
  const { viewer } = scope;
  const units = readableUnits(viewer, policy);
  if (coversAll(scope, units, within)) return "true";
  const ways: string[] = [];
  if (units.length > 0) ways.push(`${alias}.unit_id = any(${sql.ids(units)})`);
  const held = readsAsHolder(viewer, policy);
  if (held.length > 0) {
    ways.push(
      `(${alias}.assignee_id = ${sql.id(viewer.userId)} and ${alias}.unit_id = any(${sql.ids(held)}))`,
    );
  }
  if (readsAsAuthor(policy)) ways.push(`${alias}.author_id = ${sql.id(viewer.userId)}`);
  if (readsAsStepHead(policy)) ways.push(...waitsFor(scope, sql, alias));
  if (readsAsFollower(policy)) ways.push(`(${seesIssue(scope, sql, alias, within)})`);
  return ways.length === 0 ? "false" : `coalesce(${ways.join(" or ")}, false)`;
}

/** A list in order of rank shows only rows whose rank the viewer may read (section 2). */
export function readsRank(scope: Sighting, sql: Sql, alias: string, within: Within = null): string {
  return readsField(scope, sql, alias, ISSUE_FIELDS.rank, within);
}

/** The units in which the viewer reads internal comments that were written there. */
export function internalUnits(scope: Sighting): string[] {
  return readableUnits(scope.viewer, ISSUE_FIELDS.internalComments);
}

/** Section 2: of an issue whose comments the viewer reads: the public ones, and internal ones by where they were written. */
export function readsComment(scope: Sighting, sql: Sql, comment: string): string {
  const units = internalUnits(scope);
  if (units.length === scope.company.units.length) return "true";
  if (units.length === 0) return `not ${comment}.internal`;
  return `(not ${comment}.internal or ${comment}.unit_id = any(${sql.ids(units)}))`;
}

/** The same for comments of any issue that the viewer sees (`canReadComment`). */
export function readsCommentOf(scope: Sighting, sql: Sql, comment: string, issue: string): string {
  const publicOnes = readsField(scope, sql, issue, ISSUE_FIELDS.comments);
  const internal = readsComment(scope, sql, comment);
  return publicOnes === "true" ? internal : `((${comment}.internal or ${publicOnes}) and ${internal})`;
}

/** What is known of the viewer's hats on the rows of a statement. */
export function rowHats(scope: Sighting, within: Within): RowHats {
  return within === null
    ? hatsAnywhere(scope.company, scope.viewer)
    : hatsWithin(scope.viewer, within as readonly UnitId[]);
}
