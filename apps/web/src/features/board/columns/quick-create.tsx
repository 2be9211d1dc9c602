import { useLayoutEffect, useRef, useState } from "react";
import { t } from "../../../lib/words/words";
import { useStore } from "../../../lib/store";
import { IconButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useBoard } from "../board-context";
import type { Column } from "./column-model";
import styles from "./column.module.css";

export function QuickCreate({ column }: { column: Column }) {
  const { screen } = useBoard();
  const isOpen = useStore(screen.creating) === column.id;
  return isOpen ? <QuickForm column={column} /> : null;
}

/** Enter creates and stays open for the next one; on an error the words come back (UX.md, section 4). */
function QuickForm({ column }: { column: Column }) {
  const { session, screen } = useBoard();
  const [title, setTitle] = useState(() => screen.draftTitles.get(column.id) ?? "");
  const [error, setError] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);

  const change = (text: string) => {
    screen.draftTitles.set(column.id, text);
    setTitle(text);
  };
  const close = () => {
    screen.creating.set(null);
    const card = session.focus.current.get();
    if (card !== null) session.focus.go(card);
  };
  const submit = async () => {
    const wanted = title.trim();
    const { status } = column;
    if (wanted === "" || !status) return;
    change("");
    setError(undefined);
    const reason = await session.newCards.create(column, session.place.unit, status, wanted);
    if (reason === null) return;
    setError(reason);
    // What has been typed meanwhile is the next one's, and is not overwritten.
    if ((screen.draftTitles.get(column.id) ?? "") === "") change(wanted);
  };
  return (
    <form
      className={styles["create"]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <TextField
        ref={input}
        label={t("board.create.title")}
        labelHidden
        placeholder={t("board.create.title")}
        hint={t("board.create.hint")}
        error={error}
        value={title}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => {
          change(event.target.value);
        }}
      />
      <IconButton small icon="close" label={t("board.create.close")} onClick={close} />
    </form>
  );
}
