import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import type { Draft } from "./drafts";
import styles from "./issue.module.css";

interface TextEditorProps {
  readonly label: string;
  readonly draft: Draft;
  readonly saveLabel: string;
  readonly isBusy: boolean;
  readonly error?: string | undefined;
  readonly rows: number;
  readonly isFocusedAtOnce: boolean;
  readonly placeholder?: string;
  readonly onSave: () => void;
  /** Left out: the editor is always there, as for a new comment. */
  readonly onClose?: () => void;
  readonly children?: React.ReactNode;
}

/** A text being written: Ctrl+Enter saves, Escape closes and keeps the draft. */
export function TextEditor(props: TextEditorProps) {
  const {
    label,
    draft,
    saveLabel,
    isBusy,
    error,
    rows,
    isFocusedAtOnce,
    placeholder,
    onSave,
    onClose,
    children,
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isFocusedAtOnce) area.current?.focus();
  }, [isFocusedAtOnce]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
    else if (event.key === "Escape" && onClose) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles["editor"]}>
      {draft.isRestored && (
        <p className={styles["restored"]}>
          <span>{t("issue.draft.restored")}</span>
          <Button small look="quiet" onClick={draft.discard}>
            {t("issue.draft.discard")}
          </Button>
        </p>
      )}
      <TextArea
        ref={area}
        label={label}
        labelHidden
        value={draft.text}
        rows={rows}
        placeholder={placeholder}
        error={error}
        onChange={(event) => {
          draft.change(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles["editorActions"]}>
        {children}
        <span className={styles["markdownHint"]}>{t("issue.editor.hint")}</span>
        {onClose && <Button onClick={onClose}>{t("issue.editor.close")}</Button>}
        <Button look="primary" busy={isBusy} onClick={onSave}>
          {saveLabel}
        </Button>
      </div>
    </div>
  );
}
