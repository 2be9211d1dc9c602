import { useEffect, useRef } from "react";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { MenuPopover, type MenuAction } from "../../../ui/menu";
import { statusIcon } from "../../issues/issue-words";
import { useBoard } from "../board-context";
import type { CardLayerProps } from "./card-menu";
import { useRights } from "./use-rights";

/** "Move to column": the same verdicts and words as while dragging; a digit chooses at once (UX.md, section 4). */
export function MoveMenu({ id, anchor, onClose }: CardLayerProps) {
  const { session, screen, actions } = useBoard();
  useRights(id);
  const here = session.base.order.columnOf(id);
  const verdicts = actions.verdicts(id);
  const entries = session.columns().map((column, index): MenuAction => {
    const verdict = verdicts.get(column.id);
    const isHere = column.id === here;
    const reason = verdict && !verdict.allowed ? wordsOf(verdict.message, verdict.params) : undefined;
    return {
      id: column.id,
      label: column.name,
      icon: statusIcon(column.category),
      ...(index < 9 && { hint: String(index + 1) }),
      denied: isHere ? t("board.menu.here") : reason,
      onSelect: () => {
        actions.moveTo(id, column);
      },
    };
  });
  useDigits(entries, onClose);
  const label = t("board.menu.moveToTitle", { key: screen.keyOf(id) });
  return <MenuPopover label={label} entries={entries} anchor={anchor} onClose={onClose} />;
}

/** While the menu is open a digit is its entry's key. */
function useDigits(entries: readonly MenuAction[], onClose: () => void): void {
  const latest = useRef({ entries, onClose });
  useEffect(() => {
    latest.current = { entries, onClose };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const entry = /^[1-9]$/.test(event.key) ? latest.current.entries[Number(event.key) - 1] : undefined;
      if (!entry || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (entry.denied !== undefined) return;
      latest.current.onClose();
      queueMicrotask(entry.onSelect);
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
    };
  }, []);
}
