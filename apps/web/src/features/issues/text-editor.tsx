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
  /** What its keys do; left out: those of a text in Markdown. */
  readonly hint?: string;
  readonly onSave: () => void;
  /** Left out: the editor is always there, as for a new comment. */
  readonly onClose?: () => void;
  readonly children?: React.ReactNode;
}

/** Ctrl+Enter saves, Escape closes and keeps the draft. */
function useEditorKeys(onSave: () => void, onClose: (() => void) | undefined) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
    else if (event.key === "Escape" && onClose) onClose();
    else return;
    event.preventDefault();
  };
}

/** A text being written, with what was left unsaved the last time. */
export function TextEditor(props: TextEditorProps) {
  const { label, draft, error, rows, isFocusedAtOnce, placeholder, onSave, onClose } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = useEditorKeys(onSave, onClose);
  useLayoutEffect(() => {
    if (isFocusedAtOnce) area.current?.focus();
  }, [isFocusedAtOnce]);
  return (
    <div className={styles["editor"]}>
      {draft.isRestored && <Restored draft={draft} />}
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
      <EditorActions {...props} />
    </div>
  );
}

function Restored({ draft }: { draft: Draft }) {
  return (
    <p className={styles["restored"]}>
      <span>{t("issue.draft.restored")}</span>
      <Button
        small
        look="quiet"
        onClick={() => {
          draft.discard();
        }}
      >
        {t("issue.draft.discard")}
      </Button>
    </p>
  );
}

function EditorActions({ saveLabel, isBusy, hint, onSave, onClose, children }: TextEditorProps) {
  return (
    <div className={styles["editorActions"]}>
      {children}
      <span className={styles["markdownHint"]}>{hint ?? t("issue.editor.hint")}</span>
      {onClose && <Button onClick={onClose}>{t("issue.editor.close")}</Button>}
      <Button look="primary" busy={isBusy} onClick={onSave}>
        {saveLabel}
      </Button>
    </div>
  );
}
