import { useRef, useState, type KeyboardEvent } from "react";
import { cx } from "../../lib/cx";
import { Link, useNavigate, useUnitKeyParam } from "../../lib/navigation";
import { createPersisted } from "../../lib/persisted";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import { nextMatch } from "../../ui/typeahead";
import { treeMove, visibleRows, type TreeRow } from "./tree-model";
import { UNIT_ICONS } from "./unit-kinds";
import styles from "./unit-tree.module.css";
import { useUnitTree, type UnitNode } from "./units";

/** Ids of the closed branches, remembered. */
const closedBranches = createPersisted<readonly string[]>("stafeta.tree", (stored) =>
  Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [],
);

function setClosed(id: string, isClosed: boolean): void {
  closedBranches.update((all) =>
    isClosed ? [...new Set([...all, id])] : all.filter((other) => other !== id),
  );
}

function focusRow(tree: HTMLElement, id: string): void {
  [...tree.querySelectorAll<HTMLElement>("[data-unit]")].find((row) => row.dataset["unit"] === id)?.focus();
}

/** The units of the company as a tree with one tab stop; arrows as WAI-ARIA describes, letters jump, Enter opens. */
export function UnitTreeNav({ isCompact }: { isCompact: boolean }) {
  const tree = useUnitTree();
  const closed = useStore(closedBranches);
  const current = useUnitKeyParam();
  const rows = visibleRows(tree, (id) => !isCompact && closed.includes(id));
  const [focused, setFocused] = useState<string | null>(null);
  const stop =
    rows.find((row) => row.unit.id === focused) ?? rows.find((row) => row.unit.key === current) ?? rows[0];
  const ref = useRef<HTMLUListElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
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
  };

  return (
    <ul
      ref={ref}
      role="tree"
      aria-label={t("org.tree")}
      className={cx(styles["tree"], isCompact && styles["compact"])}
      onKeyDown={onKeyDown}
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
  );
}

interface UnitRowProps {
  row: TreeRow<UnitNode>;
  isStop: boolean;
  isCurrent: boolean;
  isCompact: boolean;
  onFocus: (id: string) => void;
}

function UnitRow({ row, isStop, isCurrent, isCompact, onFocus }: UnitRowProps) {
  const { unit, level, position, setSize, hasChildren, isExpanded } = row;
  const navigate = useNavigate();
  const target = { to: "/board/$unitKey", params: { unitKey: unit.key } } as const;
  return (
    <li
      role="none"
      className={styles["row"]}
      style={{ "--level": isCompact ? 1 : level } as React.CSSProperties}
    >
      <Link
        {...target}
        role="treeitem"
        aria-level={level}
        aria-posinset={position}
        aria-setsize={setSize}
        {...(hasChildren && { "aria-expanded": isExpanded })}
        aria-current={isCurrent ? "page" : undefined}
        aria-label={unit.name}
        title={isCompact ? unit.name : undefined}
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
        {isCompact ? (
          unit.key.slice(0, 4)
        ) : (
          <>
            <span className={styles["kind"]}>
              <Icon name={UNIT_ICONS[unit.kind]} />
            </span>
            <span className={styles["name"]}>{unit.name}</span>
            <span className={styles["key"]}>{unit.key}</span>
          </>
        )}
      </Link>
      {hasChildren && !isCompact && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={cx(styles["twist"], isExpanded && styles["open"])}
          onClick={() => {
            setClosed(unit.id, isExpanded);
          }}
        >
          <Icon name="chevron-right" />
        </button>
      )}
    </li>
  );
}
