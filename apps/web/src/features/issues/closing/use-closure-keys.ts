import { useEffect, useEffectEvent } from "react";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { hasOpenLayer } from "../../../ui/layers";
import { closureCommand, type ClosureCommand } from "./closure-keys";
import { focusRow } from "./closure-list";
import {
  focusIn,
  moveFocus,
  selectAll,
  selectNone,
  selectTo,
  targetsOf,
  toggle,
  type ClosureState,
} from "./closure-model";
import type { ClosureRow } from "./use-awaiting";
import type { ClosureQueue } from "./use-closure-queue";

/** What has its own use for keys while the focus is in it. */
const TYPES_ITSELF =
  "textarea, select, input:not([type=checkbox]), [contenteditable], [role=menu], [role=dialog], dialog, [data-closure-preview]";
/** On these, Enter presses. */
const PRESSES = "button, a, summary, input";

/** How the choice changes, and what is said of it. */
function choose(queue: ClosureQueue, by: (state: ClosureState) => ClosureState): void {
  queue.change(by);
  const { selected } = by(queue.state);
  announce(t("closure.said", { count: selected.size }));
}

function move(queue: ClosureQueue, by: (state: ClosureState) => ClosureState): void {
  queue.change(by);
  focusRow(focusIn(by(queue.state), queue.ids));
}

function run(
  queue: ClosureQueue,
  row: ClosureRow,
  command: ClosureCommand,
  open: (key: string) => void,
): void {
  const { state, ids } = queue;
  const targets = targetsOf(state, ids);
  const acts: Record<Exclude<ClosureCommand["kind"], "focus" | "filter">, () => void> = {
    open: () => {
      open(row.key);
    },
    toggle: () => {
      choose(queue, (now) => toggle(now, row.id));
    },
    selectTo: () => {
      choose(queue, (now) => selectTo(now, ids, row.id));
    },
    selectAll: () => {
      choose(queue, (now) => selectAll(now, ids));
    },
    selectNone: () => {
      choose(queue, selectNone);
    },
    close: () => {
      queue.act("close", targets);
    },
    closeSaying: () => {
      queue.openForm({ kind: "close", ids: targets });
    },
    return: () => {
      queue.openForm({ kind: "return", ids: targets });
    },
  };
  if (command.kind === "focus") move(queue, (now) => moveFocus(now, ids, command.to));
  else if (command.kind !== "filter") acts[command.kind]();
}

/** UX.md, section 4: `G C`, `Ctrl+A`, `Y` closes ten. The keys work as soon as the page is there, wherever the focus is. */
export function useClosureKeys(
  queue: ClosureQueue,
  row: ClosureRow | null,
  open: (key: string) => void,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || hasOpenLayer() || !(target instanceof Element)) return;
    if (target.closest(TYPES_ITSELF)) return;
    const command = closureCommand(event);
    if (!command || (command.kind === "open" && target.closest(PRESSES))) return;
    if (command.kind === "selectNone" && queue.state.selected.size === 0) return;
    event.preventDefault();
    if (command.kind === "filter")
      document.querySelector<HTMLElement>("[data-closure-search] input")?.focus();
    else if (row) run(queue, row, command, open);
    else announce(t("closure.none"));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKey(event);
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  }, []);
}
