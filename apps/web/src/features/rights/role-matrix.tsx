import { useRef, type KeyboardEvent } from "react";
import type { RoleDetailsFragment } from "../../gql/graphql";
import { cx } from "../../lib/cx";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import {
  ACTION_ROWS,
  FIELD_ROWS,
  lockOf,
  matrixOf,
  REACH_ROW,
  valueOf,
  wished,
  type CellValue,
  type MatrixRow,
  type Wishes,
} from "./matrix-model";
import { moveInGrid } from "./grid-keys";
import { RoleMenu, type OpenRole } from "./role-menu";
import { actionTitle, fieldTitle, reachTitle } from "./rights-words";
import styles from "./role-matrix.module.css";

export interface RoleColumn {
  readonly role: RoleDetailsFragment;
  readonly title: string;
  readonly wishes: Wishes;
  /** Why this role's rights cannot be changed by the viewer (R9, R12). */
  readonly denied: string | undefined;
  readonly archiveDenied: string | undefined;
}

interface RoleMatrixProps {
  columns: readonly RoleColumn[];
  onOpen: (open: OpenRole) => void;
  onCycle: (column: RoleColumn, row: MatrixRow) => void;
  onDenied: (reason: string) => void;
}

const GROUPS = [
  { title: "rights.groupReach", rows: [REACH_ROW] },
  { title: "rights.groupFields", rows: FIELD_ROWS },
  { title: "rights.groupActions", rows: ACTION_ROWS },
] as const;

export function rowTitle(row: MatrixRow): string {
  if (row.kind === "reach") return t("rights.reach");
  return row.kind === "field" ? fieldTitle(row.name) : actionTitle(row.name);
}

const SHORT = {
  hidden: "rights.short.hidden",
  read: "rights.short.read",
  write: "rights.short.write",
  off: "rights.short.off",
  on: "rights.short.on",
} as const;
const LONG = {
  hidden: "rights.level.hidden",
  read: "rights.level.read",
  write: "rights.level.write",
  off: "rights.level.off",
  on: "rights.level.on",
} as const;

function isReach(value: CellValue): value is "ASSIGNED" | "UNIT" | "TREE" {
  return value === "ASSIGNED" || value === "UNIT" || value === "TREE";
}

function valueTitle(value: CellValue): string {
  return isReach(value) ? reachTitle(value) : t(LONG[value]);
}

/** Roles beside each other, rights below each other. One tab stop; arrows move, Space or a click changes a cell. */
export function RoleMatrix(props: RoleMatrixProps) {
  const { columns, onOpen } = props;
  const ref = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (ref.current) moveInGrid(ref.current, event);
  };
  return (
    <div className={styles["frame"]}>
      <table
        ref={ref}
        role="grid"
        aria-label={t("rights.matrix")}
        className={styles["matrix"]}
        onKeyDown={onKeyDown}
      >
        <MatrixHead columns={columns} onOpen={onOpen} />
        {GROUPS.map((group) => (
          <tbody key={group.title}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles["group"]}>
                <span>{t(group.title)}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <MatrixLine key={row.name} {...props} row={row} isFirst={row === REACH_ROW} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function MatrixHead({ columns, onOpen }: Pick<RoleMatrixProps, "columns" | "onOpen">) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles["corner"]}>
          <span className="visually-hidden">{t("rights.row")}</span>
        </th>
        {columns.map((column) => (
          <th key={column.role.id} scope="col" className={styles["role"]}>
            <span className={styles["roleHead"]}>
              <span className={styles["roleName"]}>{column.title}</span>
              {!column.role.builtIn && (
                <RoleMenu
                  role={column.role}
                  renameDenied={column.denied}
                  archiveDenied={column.archiveDenied}
                  onOpen={onOpen}
                />
              )}
            </span>
            <span className={styles["roleKind"]}>{kindOf(column)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function kindOf({ role }: RoleColumn): string {
  if (role.archived) return t("rights.archived");
  return role.builtIn ? t("rights.builtIn") : "\u00a0";
}

function MatrixLine({
  row,
  isFirst,
  columns,
  ...rest
}: RoleMatrixProps & { row: MatrixRow; isFirst: boolean }) {
  return (
    <tr>
      <th scope="row" className={styles["right"]}>
        {rowTitle(row)}
      </th>
      {columns.map((column, index) => (
        <Cell key={column.role.id} row={row} column={column} isEntry={isFirst && index === 0} {...rest} />
      ))}
    </tr>
  );
}

interface CellProps extends Pick<RoleMatrixProps, "onCycle" | "onDenied"> {
  row: MatrixRow;
  column: RoleColumn;
  /** Where Tab enters the grid before any cell had the focus. */
  isEntry: boolean;
}

function Cell({ row, column, isEntry, onCycle, onDenied }: CellProps) {
  const base = matrixOf(column.role);
  const value = valueOf(wished(base, column.wishes), row);
  const isChanged = column.wishes[row.name] !== undefined;
  const rule = column.role.builtIn ? undefined : lockOf(row);
  const denied = rule === undefined ? column.denied : t("rights.locked", { rule });
  // What is shown is part of the name, so that it can be said aloud (WCAG 2.5.3).
  const shown = isReach(value) ? reachTitle(value) : t(SHORT[value]);
  const words = { right: rowTitle(row), role: column.title, value: shown };
  const label = isChanged ? t("rights.cellChanged", words) : t("rights.cell", words);
  const act = () => {
    if (denied === undefined) onCycle(column, row);
    else onDenied(denied);
  };
  return (
    <td role="gridcell" className={styles["cell"]}>
      <button
        type="button"
        data-cell=""
        tabIndex={isEntry ? 0 : -1}
        aria-label={label}
        aria-disabled={denied !== undefined || undefined}
        title={denied ?? valueTitle(value)}
        className={cx(styles["value"], styles[value], isChanged && styles["changed"])}
        onClick={act}
      >
        {rule !== undefined && <Icon name="lock" />}
        {shown}
      </button>
    </td>
  );
}
