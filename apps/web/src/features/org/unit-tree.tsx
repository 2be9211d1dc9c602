import { useState, type KeyboardEvent } from "react";
import { cx } from "../../lib/cx";
import { Link, useNavigate, useUnitKeyParam } from "../../lib/navigation";
import { createPersisted } from "../../lib/persisted";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { nextMatch } from "../../ui/typeahead";
import { treeMove, visibleRows, type TreeRow } from "./tree-model";
import { UNIT_ICONS } from "./unit-kinds";
import styles from "./unit-tree.module.css";
import { useAllUnits, useUnitTree, type UnitNode } from "./units";

/** Ids of the closed branches, remembered. */
const closedBranches = createPersisted<readonly string[]>("stafeta.tree", (stored) =>
  Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [],
);

/** Whether archived units are in the tree, remembered. */
const archivedShown = createPersisted("stafeta.tree.archived", (stored) => stored === true);

function setClosed(id: string, isClosed: boolean): void {
  closedBranches.update((all) =>
    isClosed ? [...new Set([...all, id])] : all.filter((other) => other !== id),
  );
}

function focusRow(tree: HTMLElement, id: string): void {
  [...tree.querySelectorAll<HTMLElement>("[data-unit]")].find((row) => row.dataset["unit"] === id)?.focus();
}

function onTreeKey(event: KeyboardEvent<HTMLElement>, rows: readonly TreeRow<UnitNode>[]): void {
  const row = rows.find((one) => one.unit.id === (event.target as HTMLElement).dataset["unit"]);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = treeMove(rows, row.unit.id, event.key);
  const isLetter = event.key.length === 1 && event.key !== " " && !event.shiftKey;
  if (move?.kind === "focus") focusRow(event.currentTarget, move.id);
  else if (move) setClosed(move.id, move.kind === "collapse");
  else if (isLetter) {
    const next = nextMatch(rows, rows.indexOf(row), event.key, (one) => one.unit.name);
    if (next) focusRow(event.currentTarget, next.unit.id);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The units of the company as a tree with one tab stop; arrows as WAI-ARIA describes, letters jump, Enter opens. */
export function UnitTreeNav({ isCompact }: { isCompact: boolean }) {
  const closed = useStore(closedBranches);
  const current = useUnitKeyParam();
  const archived = useAllUnits().filter((unit) => unit.archived).length;
  const isShown = useStore(archivedShown) && archived > 0 && !isCompact;
  const rows = visibleRows(useUnitTree(isShown), (id) => !isCompact && closed.includes(id));
  const [focused, setFocused] = useState<string | null>(null);
  const stop =
    rows.find((row) => row.unit.id === focused) ?? rows.find((row) => row.unit.key === current) ?? rows[0];
  return (
    <>
      <ul
        role="tree"
        aria-label={t("org.tree")}
        className={cx(styles["tree"], isCompact && styles["compact"])}
        onKeyDown={(event) => {
          onTreeKey(event, rows);
        }}
      >
        {rows.map((row) => (
          <UnitRow
            key={row.unit.id}
            row={row}
            isStop={row === stop}
            isCurrent={row.unit.key === current}
            isCompact={isCompact}
            onFocus={setFocused}
          />
        ))}
      </ul>
      {archived > 0 && !isCompact && <ArchivedSwitch isShown={isShown} count={archived} />}
    </>
  );
}

function ArchivedSwitch({ isShown, count }: { isShown: boolean; count: number }) {
  return (
    <Button
      small
      look="quiet"
      icon="archive"
      className={styles["archivedSwitch"]}
      onClick={() => {
        archivedShown.update((now) => !now);
      }}
    >
      {isShown ? t("unit.archivedHide") : t("unit.archivedShow", { count })}
    </Button>
  );
}

interface UnitRowProps {
  row: TreeRow<UnitNode>;
  isStop: boolean;
  isCurrent: boolean;
  isCompact: boolean;
  onFocus: (id: string) => void;
}

function UnitRow(props: UnitRowProps) {
  const { row, isCompact } = props;
  const level = isCompact ? 1 : row.level;
  return (
    <li role="none" className={styles["row"]} style={{ "--level": level } as React.CSSProperties}>
      <UnitLink {...props} />
      {row.hasChildren && !isCompact && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={cx(styles["twist"], row.isExpanded && styles["open"])}
          onClick={() => {
            setClosed(row.unit.id, row.isExpanded);
          }}
        >
          <Icon name="chevron-right" />
        </button>
      )}
    </li>
  );
}

function UnitLink({ row, isStop, isCurrent, isCompact, onFocus }: UnitRowProps) {
  const { unit, level, position, setSize, hasChildren, isExpanded } = row;
  const navigate = useNavigate();
  // Nothing moves on the board of an archived unit.
  const to = unit.archived ? "/unit/$unitKey" : "/board/$unitKey";
  const target = { to, params: { unitKey: unit.key } } as const;
  return (
    <Link
      {...target}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      {...(hasChildren && { "aria-expanded": isExpanded })}
      aria-current={isCurrent ? "page" : undefined}
      {...(isCompact && {
        "aria-label": t("org.compactName", { key: unit.key, name: unit.name }),
        title: unit.name,
      })}
      tabIndex={isStop ? 0 : -1}
      data-unit={unit.id}
      className={styles["link"]}
      onFocus={() => {
        onFocus(unit.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        void navigate(target);
      }}
    >
      {isCompact ? unit.key.slice(0, 4) : <UnitLabel unit={unit} />}
    </Link>
  );
}

function UnitLabel({ unit }: { unit: UnitNode }) {
  return (
    <>
      <span className={styles["kind"]}>
        {unit.archived ? (
          <Icon name="archive" label={t("unit.archived")} />
        ) : (
          <Icon name={UNIT_ICONS[unit.kind]} />
        )}
      </span>
      <span className={cx(styles["name"], unit.archived && styles["archived"])}>{unit.name}</span>
      <span className={styles["key"]}>{unit.key}</span>
    </>
  );
}
