import { useEffect, useRef } from "react";
import { t } from "../../../lib/words/words";
import { Button, IconButton } from "../../../ui/button";
import { Menu } from "../../../ui/menu";
import { selectAll, selectNone, targetsOf } from "./closure-model";
import styles from "./closure.module.css";
import type { ClosureKind, ClosureQueue } from "./use-closure-queue";

/** How many are chosen, and what can be done to them. */
export function ClosureBar({ queue, total }: { queue: ClosureQueue; total: number }) {
  const { state, ids } = queue;
  const count = ids.filter((id) => state.selected.has(id)).length;
  return (
    <div role="toolbar" aria-label={t("closure.actions")} className={styles["bar"]}>
      <SelectAll queue={queue} count={count} />
      <span className={styles["count"]} role="status">
        {count > 0 ? t("closure.chosen", { count, total }) : t("closure.waiting", { count: total })}
      </span>
      <Acts queue={queue} />
    </div>
  );
}

function Acts({ queue }: { queue: ClosureQueue }) {
  const ids = targetsOf(queue.state, queue.ids);
  const denied = ids.length === 0 ? t("closure.nothingChosen") : undefined;
  const open = (kind: ClosureKind) => () => {
    queue.openForm({ kind, ids });
  };
  const close = () => {
    queue.act("close", ids);
  };
  const more = t("closure.moreActions");
  const saying = { icon: "comment", label: t("closure.closeSaying"), hint: "Shift Y" } as const;
  return (
    <>
      <Button icon="undo" denied={denied} aria-keyshortcuts="R" onClick={open("return")}>
        {t("closure.return")}
        <kbd>R</kbd>
      </Button>
      <Button look="primary" icon="check" denied={denied} aria-keyshortcuts="Y" onClick={close}>
        {t("closure.close")}
        <kbd>Y</kbd>
      </Button>
      <Menu
        label={more}
        align="end"
        entries={[{ ...saying, id: "saying", denied, onSelect: open("close") }]}
        trigger={(props) => <IconButton {...props} icon="more" label={more} />}
      />
    </>
  );
}

function SelectAll({ queue, count }: { queue: ClosureQueue; count: number }) {
  const { ids } = queue;
  const isAll = ids.length > 0 && count === ids.length;
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = count > 0 && !isAll;
  }, [count, isAll]);
  return (
    <label className={styles["box"]} title={t("closure.selectAll")}>
      <input
        ref={ref}
        type="checkbox"
        aria-label={t("closure.selectAll")}
        aria-keyshortcuts="Control+A"
        checked={isAll}
        onChange={() => {
          queue.change((state) => (isAll ? selectNone(state) : selectAll(state, ids)));
        }}
      />
    </label>
  );
}
