import { headsOf } from "@stafeta/domain/org/heads";
import { routeOf } from "@stafeta/domain/handoff/route";
import { mayActFor } from "@stafeta/domain/handoff/act-on-step";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import { STAMP, type ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { Sql } from "../../platform/db/sql.js";
import type { Lookup } from "../../platform/graphql/record-plan.js";
import { mergeSelections, type FieldUse, type Selection } from "../../platform/graphql/selection.js";
import type { Variables } from "../issues/issue.fetch.js";
import { ISSUE_TYPE, type IssueReading } from "../issues/issue.plan.js";
import { seesIssue } from "../issues/issue-sight.sql.js";
import { HANDOFF_OF_STEP_AT, HANDOFF_STEP_TYPE, HANDOFF_TYPE, HandoffPlan } from "./handoff.plan.js";

const HANDOFFS = "handoff h join issue i on i.id = h.issue_id";
const STEPS = "handoff_step s join handoff h on h.id = s.handoff_id join issue i on i.id = h.issue_id";

export function selectionOf(uses: readonly FieldUse[]): Selection {
  return uses.map((use) => use.selection).reduce(mergeSelections);
}

function distinct(rows: readonly Row[], at: number): string[] {
  return [...new Set(rows.map((row) => row[at] as string))];
}

/** R10: the hand-offs that these ids name, of issues that the viewer sees. */
async function handoffRows(
  { scope, variables }: Pick<IssueReading, "scope" | "variables">,
  selection: Selection,
  by: "h.id" | "h.issue_id",
  ids: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly built: readonly object[] }> {
  const plan = new HandoffPlan(HANDOFF_TYPE, scope, selection, variables);
  const { sql } = plan;
  const text = `/* handoffs */ select ${STAMP}, ${plan.columns} from ${HANDOFFS}
    where ${by} = any(${sql.ids(ids)}) and ${seesIssue(scope, sql, "i")} order by h.id`;
  const rows = await scope.rows(text, sql);
  return { rows, built: await plan.build(rows) };
}

/** One hand-off, or null when there is none that the viewer sees. */
export async function handoffById(
  scope: ReadScope,
  id: string,
  selection: Selection,
  variables: Variables,
): Promise<object | null> {
  const { built } = await handoffRows({ scope, variables }, selection, "h.id", [id]);
  return built[0] ?? null;
}

export function grouped(keys: readonly string[], items: readonly object[]): Map<string, object[]> {
  const groups = new Map<string, object[]>();
  keys.forEach((key, index) => {
    const item = items[index];
    if (item) groups.set(key, [...(groups.get(key) ?? []), item]);
  });
  return groups;
}

/** H5: the trail of each issue, oldest first. */
async function loadTrail(
  reading: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  if (rows.length === 0) return () => [];
  const found = await handoffRows(reading, selectionOf(uses), "h.issue_id", distinct(rows, 1));
  const byIssue = grouped(
    found.rows.map((row) => row[2] as string),
    found.built,
  );
  return (row) => byIssue.get(row[1] as string) ?? [];
}

async function loadHandoff(
  reading: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const ids = distinct(rows, HANDOFF_OF_STEP_AT);
  const found = await handoffRows(reading, selectionOf(uses), "h.id", ids);
  const byId = new Map(found.rows.map((row, index) => [row[1] as string, found.built[index] ?? null]));
  return (row) => byId.get(row[HANDOFF_OF_STEP_AT] as string) ?? null;
}

async function loadSteps(
  reading: IssueReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const { scope, variables } = reading;
  const plan = new HandoffPlan(HANDOFF_STEP_TYPE, scope, selectionOf(uses), variables);
  const { sql } = plan;
  const text = `/* handoffSteps */ select ${STAMP}, ${plan.columns} from ${STEPS}
    where h.id = any(${sql.ids(distinct(rows, 1))}) and ${seesIssue(scope, sql, "i")} order by h.id, s.position`;
  const found = await scope.rows(text, sql);
  const keys = found.map((row) => row[HANDOFF_OF_STEP_AT] as string);
  const byHandoff = grouped(keys, await plan.build(found));
  return (row) => byHandoff.get(row[1] as string) ?? [];
}

/** H5: a head, or whoever acts for one today as their deputy. */
export function inboxUnits({ company, viewer }: ReadScope): UnitId[] {
  const names = new Set<UserId>([viewer.userId, ...viewer.deputyFor]);
  return company.units
    .filter((unit) => headsOf(company, unit.id).some((head) => names.has(head.id)))
    .map((unit) => unit.id);
}

/** More than anybody answers in a day; the oldest come first. */
const INBOX_LIMIT = 500;

/** H5: the steps whose turn it is in a unit of which the viewer is a head, the longest waiting first. */
export async function handoffInbox(
  scope: ReadScope,
  selection: Selection,
  variables: Variables,
): Promise<object[]> {
  const units = inboxUnits(scope);
  if (units.length === 0) return [];
  const plan = new HandoffPlan(HANDOFF_STEP_TYPE, scope, selection, variables);
  const { sql } = plan;
  const text = `/* handoffInbox */ select ${STAMP}, ${plan.columns} from ${STEPS}
    where s.current and s.unit_id = any(${sql.ids(units)}) and ${seesIssue(scope, sql, "i")}
    order by s.turn_at, s.id limit ${sql.param(INBOX_LIMIT)}::int`;
  return plan.build(await scope.rows(text, sql));
}

export interface FoundRoute {
  /** Null: no such issue or unit for the viewer. */
  readonly steps: readonly object[] | null;
  readonly isSameUnit: boolean;
}

/** H1: the way that a hand-off of an issue would take. */
export async function handoffRoute(scope: ReadScope, issueId: string, toUnitId: string): Promise<FoundRoute> {
  const { company, view, viewer } = scope;
  const sql = new Sql();
  const text = `/* routeFrom */ select ${STAMP}, i.unit_id from issue i
    where i.id = ${sql.id(issueId)} and ${seesIssue(scope, sql, "i")}`;
  const [row] = await scope.rows(text, sql);
  const to = company.unitById.get(toUnitId as UnitId);
  if (!row || !to) return { steps: null, isSameUnit: false };
  const fromUnitId = row[1] as UnitId;
  const steps = routeOf(company, fromUnitId, to.id).map(({ unitId, heads }) => ({
    unit: view.unit(unitId),
    heads: heads.map((id) => view.user(id)),
    yours: mayActFor(viewer, unitId),
  }));
  return { steps, isSameUnit: fromUnitId === to.id };
}

/** Called once: what hand-offs add to issues, which come before them and know nothing of them. */
export function registerHandoffs(): void {
  ISSUE_TYPE.fields["handoffs"] = { value: "n(r)", load: loadTrail, isPersonal: true };
  HANDOFF_TYPE.fields["steps"] = { value: "n(r)", load: loadSteps, isPersonal: true };
  HANDOFF_STEP_TYPE.fields["handoff"] = { value: "n(r)", load: loadHandoff, isPersonal: true };
}
