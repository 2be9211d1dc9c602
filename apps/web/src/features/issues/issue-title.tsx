import { useState } from "react";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import { draftKey, mayEdit } from "./issue-model";
import { hasDraft, useDraft } from "./drafts";
import { useIssue } from "./issue-context";
import styles from "./issue.module.css";
import { TextEditor } from "./text-editor";

export function IssueTitle() {
  const { issue, viewerId } = useIssue();
  const isAllowed = mayEdit(issue, "title");
  const key = draftKey(viewerId, issue.id, "title");
  const [isOpen, setOpen] = useState(() => isAllowed && hasDraft(key, issue.title));
  if (isOpen) {
    return (
      <TitleEditor
        draftId={key}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <div className={styles["titleRow"]}>
      <h2 className={styles["title"]}>{issue.title}</h2>
      {isAllowed && (
        <IconButton
          small
          icon="edit"
          label={t("issue.title.edit")}
          onClick={() => {
            setOpen(true);
          }}
        />
      )}
    </div>
  );
}

function TitleEditor({ draftId, onClose }: { draftId: string; onClose: () => void }) {
  const { issue, edits } = useIssue();
  const draft = useDraft(draftId, issue.title, issue.revision);
  const refusal = useStore(edits.refusal);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    // A title is one line, however it was pasted.
    const title = draft.text.replace(/\s*\n\s*/g, " ").trim();
    setBusy(true);
    const isSaved =
      title === issue.title || (await edits.save({ title }, { revision: draft.revision, shown: { title } }));
    setBusy(false);
    if (!isSaved) return;
    draft.discard();
    onClose();
  };
  return (
    <TextEditor
      label={t("issue.field.title")}
      draft={draft}
      saveLabel={t("issue.editor.save")}
      isBusy={isBusy}
      error={refusal?.field === "title" ? refusal.text : undefined}
      rows={2}
      isFocusedAtOnce
      onSave={() => void save()}
      onClose={onClose}
    />
  );
}
