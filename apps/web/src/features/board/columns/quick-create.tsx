import { useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref, type SyntheticEvent } from "react";
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

/** What is being typed; on an error the words come back, unless others have been typed meanwhile. */
function useNewTitle(column: Column) {
  const { session, screen } = useBoard();
  const [title, setTitle] = useState(() => screen.draftTitles.get(column.id) ?? "");
  const [error, setError] = useState<string | undefined>(undefined);
  const change = (text: string) => {
    screen.draftTitles.set(column.id, text);
    setTitle(text);
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
    if ((screen.draftTitles.get(column.id) ?? "") === "") change(wanted);
  };
  return { title, error, change, submit };
}

/** Enter creates and stays open for the next one; Escape closes (UX.md, section 4). */
function QuickForm({ column }: { column: Column }) {
  const { session, screen } = useBoard();
  const { title, error, change, submit } = useNewTitle(column);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const close = () => {
    screen.creating.set(null);
    const card = session.focus.current.get();
    if (card !== null) session.focus.go(card);
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
  return (
    <form className={styles["create"]} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TitleField ref={input} title={title} error={error} onChange={change} />
      <IconButton small icon="close" label={t("board.create.close")} onClick={close} />
    </form>
  );
}

interface TitleFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly title: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

function TitleField({ ref, title, error, onChange }: TitleFieldProps) {
  return (
    <TextField
      ref={ref}
      label={t("board.create.title")}
      labelHidden
      placeholder={t("board.create.title")}
      hint={t("board.create.hint")}
      error={error}
      value={title}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
