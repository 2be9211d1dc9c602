import { ISSUE_FIELDS, type IssueField } from "@stafeta/domain/issues/issue-fields";
import {
  cleanMatrix,
  GRANTABLE_READS,
  GRANTABLE_WRITES,
  type Matrix,
} from "@stafeta/domain/issues/role-matrix";
import { REACHES, type Reach } from "@stafeta/domain/org/company";
import { ACTION_NAMES, ACTIONS, type Action } from "@stafeta/domain/rights/actions";
import type { Refusal } from "@stafeta/domain/shared/decision";
import type { RoleDetailsFragment } from "../../gql/graphql";

/** What a role is to a field: it does not see it, reads it, or changes it too. */
export type Level = "hidden" | "read" | "write";

/** One line of the matrix (R9). */
export type MatrixRow =
  | { readonly kind: "reach"; readonly name: "reach" }
  | { readonly kind: "field"; readonly name: IssueField }
  | { readonly kind: "action"; readonly name: Action };

export type CellValue = Level | Reach | "on" | "off";

/** What was changed and not yet saved, by the name of the row. Laid over what the role is now, whoever changed that. */
export type Wishes = Readonly<Record<string, CellValue>>;

const canBeHidden: ReadonlySet<string> = new Set(GRANTABLE_READS);
const canBeWritten: ReadonlySet<string> = new Set(GRANTABLE_WRITES);

/** In the order of the domain document's table. */
export const FIELD_ROWS: readonly MatrixRow[] = (Object.keys(ISSUE_FIELDS) as IssueField[])
  .filter((name) => canBeHidden.has(name) || canBeWritten.has(name))
  .map((name) => ({ kind: "field", name }));
export const ACTION_ROWS: readonly MatrixRow[] = ACTION_NAMES.map((name) => ({ kind: "action", name }));
export const REACH_ROW: MatrixRow = { kind: "reach", name: "reach" };
export const ROWS: readonly MatrixRow[] = [REACH_ROW, ...FIELD_ROWS, ...ACTION_ROWS];

export function matrixOf(role: RoleDetailsFragment): Matrix {
  return { reach: role.reach, read: role.readFields, write: role.writeFields, actions: role.actions };
}

export function valueOf(matrix: Matrix, row: MatrixRow): CellValue {
  if (row.kind === "reach") return matrix.reach;
  if (row.kind === "action") return matrix.actions.includes(row.name) ? "on" : "off";
  if (matrix.write.includes(row.name)) return "write";
  return !canBeHidden.has(row.name) || matrix.read.includes(row.name) ? "read" : "hidden";
}

/** The law or rule that keeps this from every custom role (section 3); undefined where a role can have it. */
export function lockOf(row: MatrixRow): string | undefined {
  return row.kind === "action" && !ACTIONS[row.name].isGrantable ? ACTIONS[row.name].rule : undefined;
}

function choicesOf(row: MatrixRow): readonly CellValue[] {
  if (row.kind === "reach") return REACHES;
  if (row.kind === "action") return ["off", "on"];
  const levels: Level[] = canBeHidden.has(row.name) ? ["hidden", "read"] : ["read"];
  return canBeWritten.has(row.name) ? [...levels, "write"] : levels;
}

/** One click, one Space: the next of the row's values, and after the last the first. */
export function nextValue(row: MatrixRow, value: CellValue): CellValue {
  const choices = choicesOf(row);
  return choices[(choices.indexOf(value) + 1) % choices.length] ?? value;
}

function withName(names: readonly string[], name: string, isIn: boolean): readonly string[] {
  const others = names.filter((one) => one !== name);
  return isIn ? [...others, name] : others;
}

function withValue(matrix: Matrix, row: MatrixRow, value: CellValue): Matrix {
  if (row.kind === "reach") return { ...matrix, reach: value as Reach };
  if (row.kind === "action")
    return { ...matrix, actions: withName(matrix.actions, row.name, value === "on") };
  const reads = value !== "hidden" && canBeHidden.has(row.name);
  return {
    ...matrix,
    read: withName(matrix.read, row.name, reads),
    write: withName(matrix.write, row.name, value === "write"),
  };
}

/** The matrix with what was changed laid over it. */
export function wished(matrix: Matrix, wishes: Wishes): Matrix {
  return ROWS.reduce((now, row) => {
    const value = wishes[row.name];
    return value === undefined ? now : withValue(now, row, value);
  }, matrix);
}

/** Whoever comments reads comments: to open the one opens the other, to hide the other closes the one. */
const NEEDS: readonly { readonly action: Action; readonly field: IssueField }[] = [
  { action: "comment", field: "comments" },
  { action: "commentInternally", field: "internalComments" },
];

function settled(matrix: Matrix, row: MatrixRow, value: CellValue): readonly [MatrixRow, CellValue][] {
  const changes: [MatrixRow, CellValue][] = [[row, value]];
  for (const { action, field } of NEEDS) {
    if (row.name === action && value === "on" && !matrix.read.includes(field)) {
      changes.push([{ kind: "field", name: field }, "read"]);
    }
    if (row.name === field && value === "hidden" && matrix.actions.includes(action)) {
      changes.push([{ kind: "action", name: action }, "off"]);
    }
  }
  return changes;
}

/** The wishes with one more; one that says what the role is already is none. */
export function withWish(base: Matrix, wishes: Wishes, row: MatrixRow, value: CellValue): Wishes {
  const changes = settled(wished(base, wishes), row, value);
  return changes.reduce<Wishes>((now, [changed, to]) => {
    const { [changed.name]: _before, ...others } = now;
    return valueOf(base, changed) === to ? others : { ...others, [changed.name]: to };
  }, wishes);
}

/** Why this matrix cannot be, by the domain's own rule (R9, R12); null where it can. */
export function refusalOf(matrix: Matrix): Refusal | null {
  const decision = cleanMatrix(matrix);
  return decision.allowed ? null : decision;
}
