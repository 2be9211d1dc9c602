import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { t } from "../../../lib/words/words";
import { hasDraft, useDraft } from "../../issues/drafts";
import { TextEditor } from "../../issues/text-editor";
import { refuseStep } from "./step-acts";
import type { InboxStep } from "./waiting-steps";

function draftOf({ id }: InboxStep): string {
  return `refusal.${id}`;
}

/** A reason that was begun is there again. */
export function hasRefusalDraft(step: InboxStep): boolean {
  return hasDraft(draftOf(step), "");
}

/** H2: a refusal needs a reason. What is typed stays until it has arrived. */
export function RefuseForm({ step, onClose }: { step: InboxStep; onClose: () => void }) {
  const client = useApolloClient();
  const draft = useDraft(draftOf(step), "", null);
  const [isEmpty, setEmpty] = useState(false);
  const refuse = () => {
    const reason = draft.text.trim();
    setEmpty(reason === "");
    if (reason !== "")
      void refuseStep(client, step, reason, () => {
        draft.discard();
      });
  };
  return (
    <TextEditor
      label={t("inbox.refuse.reason")}
      placeholder={t("inbox.refuse.reason")}
      draft={draft}
      saveLabel={t("inbox.refuse")}
      hint={t("inbox.refuse.hint")}
      isBusy={false}
      error={isEmpty && draft.text.trim() === "" ? t("inbox.refuse.needsReason") : undefined}
      rows={3}
      isFocusedAtOnce
      onSave={refuse}
      onClose={onClose}
    />
  );
}
