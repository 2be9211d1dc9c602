import { useState, type KeyboardEvent } from "react";
import { formatDay, formatNumber } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { useIssue } from "../issue-context";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";
import { parseNumber } from "./parse-number";

interface InputProps {
  readonly labelId: string;
  readonly type: "date" | "text";
  readonly value: string;
  readonly placeholder?: string;
  /** @returns whether it was taken; else the field shows the record's value again, unless it is to be corrected */
  readonly onCommit: (text: string) => void;
}

/** Looks like text until it is meant: saved when it is left or by Enter, taken back by Escape. */
function InlineInput({ labelId, type, value, placeholder, onCommit }: InputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") commit();
    else if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      setTyped(null);
    }
  };
  return (
    <input
      type={type}
      aria-labelledby={labelId}
      className={styles["input"]}
      value={typed ?? value}
      placeholder={placeholder}
      inputMode={type === "text" ? "decimal" : undefined}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** A day of the calendar, without a zone (SPR-04). */
export function DateField({ field }: { field: "startDate" | "dueDate" }) {
  const { issue, edits } = useIssue();
  const date = issue[field];
  const text = date === null ? t("issue.none") : formatDay(date);
  const control = (labelId: string) => (
    <InlineInput
      labelId={labelId}
      type="date"
      value={date ?? ""}
      onCommit={(typed) => {
        const next = typed === "" ? null : typed;
        void edits.save({ [field]: next }, { shown: { [field]: next } });
      }}
    />
  );
  return <FieldRow field={field} text={text} control={control} />;
}

export function NumberField({ field }: { field: "estimate" | "value" }) {
  const { issue, edits } = useIssue();
  const number = issue[field];
  const text = number === null ? t("issue.none") : formatNumber(number, 4);
  const commit = (typed: string) => {
    const next = typed.trim() === "" ? null : parseNumber(typed);
    if (next !== undefined) void edits.save({ [field]: next }, { shown: { [field]: next } });
    else edits.refusal.set({ field, text: t("refused.number.notFinite") });
  };
  const control = (labelId: string) => (
    <InlineInput
      labelId={labelId}
      type="text"
      value={number === null ? "" : formatNumber(number, 4)}
      placeholder={t("issue.none")}
      onCommit={commit}
    />
  );
  return <FieldRow field={field} text={text} control={control} />;
}
