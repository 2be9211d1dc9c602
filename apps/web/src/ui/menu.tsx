import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./menu.module.css";
import type { Alignment } from "./place";
import { Popover } from "./popover";
import { nextMatch } from "./typeahead";

export interface MenuAction {
  readonly kind?: "action";
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** The key that does the same. */
  readonly hint?: string;
  /** Given: one of a choice, ticked when true. */
  readonly checked?: boolean;
  /** Why it cannot be chosen now (R12); shown under it. */
  readonly denied?: string | undefined;
  readonly onSelect: () => void;
}

export type MenuEntry =
  | MenuAction
  | { readonly kind: "separator"; readonly id: string }
  | { readonly kind: "heading"; readonly id: string; readonly label: string };

function isAction(entry: MenuEntry): entry is MenuAction {
  return entry.kind === undefined || entry.kind === "action";
}

interface MenuPopoverProps {
  label: string;
  entries: readonly MenuEntry[];
  anchor: RefObject<Element | null>;
  align?: Alignment;
  onClose: () => void;
}

/** A menu beside any element, opened by whatever its owner likes (a key on a card, a button). Mounted means open. */
export function MenuPopover({ label, entries, anchor, align = "start", onClose }: MenuPopoverProps) {
  return (
    <Popover anchor={anchor} align={align} onClose={onClose}>
      <MenuList label={label} entries={entries} onClose={onClose} />
    </Popover>
  );
}

function focusItem(
  menu: HTMLElement | null,
  pick: (items: HTMLElement[], at: number) => HTMLElement | undefined,
): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  pick(items, items.indexOf(document.activeElement as HTMLElement))?.focus();
}

function onMenuKey(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const menu = event.currentTarget;
  const moves: Record<string, (items: HTMLElement[], at: number) => HTMLElement | undefined> = {
    ArrowDown: (items, at) => items[(at + 1) % items.length],
    ArrowUp: (items, at) => items[(at - 1 + items.length) % items.length],
    Home: (items) => items[0],
    End: (items) => items.at(-1),
  };
  const move = moves[event.key];
  // The page's own keys (single letters on a board) must not see what is typed into an open menu.
  event.stopPropagation();
  if (move) {
    event.preventDefault();
    focusItem(menu, move);
  } else if (event.key === "Tab") {
    event.preventDefault();
    onClose();
  } else if (
    event.key.length === 1 &&
    event.key !== " " &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey
  ) {
    focusItem(menu, (items, at) => nextMatch(items, at, event.key, (item) => item.dataset["label"] ?? ""));
  }
}

function MenuList({ label, entries, onClose }: Pick<MenuPopoverProps, "label" | "entries" | "onClose">) {
  return (
    <div
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={styles["menu"]}
      onKeyDown={(event) => {
        onMenuKey(event, onClose);
      }}
    >
      {entries.map((entry) => {
        if (entry.kind === "separator")
          return <div key={entry.id} role="separator" className={styles["separator"]} />;
        if (!isAction(entry)) {
          return (
            <div key={entry.id} role="presentation" className={styles["heading"]}>
              {entry.label}
            </div>
          );
        }
        return <MenuItem key={entry.id} action={entry} onClose={onClose} />;
      })}
    </div>
  );
}

function MenuItem({ action, onClose }: { action: MenuAction; onClose: () => void }) {
  const icon = action.checked === true ? "check" : action.icon;
  const role = action.checked === undefined ? "menuitem" : "menuitemradio";
  return (
    <button
      type="button"
      role={role}
      {...(action.checked !== undefined && { "aria-checked": action.checked })}
      aria-disabled={action.denied !== undefined || undefined}
      tabIndex={-1}
      data-label={action.label}
      className={styles["item"]}
      onClick={(event) => {
        event.stopPropagation();
        if (action.denied !== undefined) return;
        // First closed, so that focus is back on the opener before the action takes it elsewhere.
        onClose();
        queueMicrotask(action.onSelect);
      }}
    >
      <span className={styles["mark"]}>{icon && <Icon name={icon} />}</span>
      <span>{action.label}</span>
      {action.hint !== undefined && <kbd className={styles["hint"]}>{action.hint}</kbd>}
      {action.denied !== undefined && <span className={styles["reason"]}>{action.denied}</span>}
    </button>
  );
}

export interface MenuTriggerProps {
  ref: RefObject<HTMLButtonElement | null>;
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  onClick: (event: React.MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  align?: Alignment;
  /** The button; spread the properties on it. */
  trigger: (props: MenuTriggerProps) => React.ReactNode;
}

/** A button with its menu. */
export function Menu({ label, entries, align = "start", trigger }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      {trigger({
        ref,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onClick: (event) => {
          event.stopPropagation();
          setOpen((now) => !now);
        },
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" || isOpen) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        },
      })}
      {isOpen && <MenuPopover label={label} entries={entries} anchor={ref} align={align} onClose={close} />}
    </>
  );
}
