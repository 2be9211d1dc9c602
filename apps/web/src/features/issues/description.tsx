import { useState } from "react";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { draftKey, isHidden, mayEdit } from "./issue-model";
import { hasDraft, useDraft } from "./drafts";
import { HiddenValue } from "./fields/hidden-value";
import { useIssue } from "./issue-context";
import styles from "./issue.module.css";
import { Markdown } from "./markdown";
import { TextEditor } from "./text-editor";

export function Description() {
  const { issue, viewerId, redacted } = useIssue();
  const isAllowed = mayEdit(issue, "description");
  const key = draftKey(viewerId, issue.id, "description");
  const [isOpen, setOpen] = useState(() => isAllowed && hasDraft(key, issue.description ?? ""));
  return (
    <section className={styles["section"]}>
      <div className={styles["sectionHead"]}>
        <h3>{t("issue.field.description")}</h3>
        {isAllowed && !isOpen && (
          <Button
            small
            look="quiet"
            icon="edit"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t("issue.edit")}
          </Button>
        )}
      </div>
      {isOpen ? (
        <DescriptionEditor
          draftId={key}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : (
        <DescriptionText isHidden={isHidden(redacted, "description")} text={issue.description} />
      )}
    </section>
  );
}

function DescriptionText({ isHidden: hidden, text }: { isHidden: boolean; text: string | null }) {
  if (hidden) return <HiddenValue />;
  if (text === null || text.trim() === "")
    return <p className={styles["none"]}>{t("issue.description.none")}</p>;
  return <Markdown text={text} />;
}

function DescriptionEditor({ draftId, onClose }: { draftId: string; onClose: () => void }) {
  const { issue, edits } = useIssue();
  const draft = useDraft(draftId, issue.description ?? "", issue.revision);
  const refusal = useStore(edits.refusal);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const description = draft.text.trim() === "" ? null : draft.text;
    const isSaved = await edits.save({ description }, { revision: draft.revision });
    setBusy(false);
    if (!isSaved) return;
    draft.discard();
    onClose();
  };
  return (
    <TextEditor
      label={t("issue.field.description")}
      draft={draft}
      saveLabel={t("issue.editor.save")}
      isBusy={isBusy}
      error={refusal?.field === "description" ? refusal.text : undefined}
      rows={10}
      isFocusedAtOnce
      onSave={() => void save()}
      onClose={onClose}
    />
  );
}
