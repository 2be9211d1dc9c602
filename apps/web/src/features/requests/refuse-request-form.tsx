import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { t } from "../../lib/words/words";
import { hasDraft, useDraft } from "../issues/drafts";
import { TextEditor } from "../issues/text-editor";
import { refuseRequest, type Deciding, type IssueRef } from "./request-acts";
import type { Request } from "./wish";

function draftOf({ id }: Request): string {
  return `request-refusal.${id}`;
}

/** A reason that was begun is there again. */
export function hasRefusalDraft(request: Request): boolean {
  return hasDraft(draftOf(request), "");
}

interface RefuseRequestFormProps {
  readonly issue: IssueRef;
  readonly request: Request;
  readonly deciding?: Deciding;
  readonly onClose: () => void;
}

/** H6: refusing needs a reason. What is typed stays until it has arrived. */
export function RefuseRequestForm({ issue, request, deciding = {}, onClose }: RefuseRequestFormProps) {
  const client = useApolloClient();
  const draft = useDraft(draftOf(request), "", null);
  const [isEmpty, setEmpty] = useState(false);
  const refuse = () => {
    const reason = draft.text.trim();
    setEmpty(reason === "");
    if (reason === "") return;
    const onDone = () => {
      draft.discard();
      deciding.onDone?.();
    };
    void refuseRequest(client, issue, request, reason, { ...deciding, onDone });
  };
  return (
    <TextEditor
      label={t("request.refuse.reason")}
      placeholder={t("request.refuse.reason")}
      hint={t("request.refuse.hint")}
      draft={draft}
      saveLabel={t("request.refuse.send")}
      isBusy={false}
      error={isEmpty && draft.text.trim() === "" ? t("request.refuse.needsReason") : undefined}
      rows={3}
      isFocusedAtOnce
      onSave={refuse}
      onClose={onClose}
    />
  );
}
