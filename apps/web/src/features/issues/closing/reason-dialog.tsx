import { cleanRequiredText } from "@stafeta/domain/shared/text";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { TextArea } from "../../../ui/field";
import { Form, FormActions } from "../../../ui/form";
import { useDraft } from "../drafts";

interface ReasonDialogProps {
  readonly title: string;
  readonly intro: ReactNode;
  readonly label: string;
  readonly confirm: string;
  /** What the text is kept under until it has arrived. */
  readonly draftId: string;
  readonly isRequired: boolean;
  readonly isBusy?: boolean;
  readonly error?: string | null;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

/** Why not as it stands; undefined where it can be sent. */
function missing(text: string, isRequired: boolean): string | undefined {
  const cleaned = cleanRequiredText(text, "reason");
  if (cleaned.allowed || (!isRequired && text.trim() === "")) return undefined;
  return wordsOf(cleaned.message, cleaned.params);
}

/** One text and one stroke: Ctrl+Enter sends, Esc closes and keeps what was typed. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, intro, label, confirm, draftId, isRequired, isBusy, error, onSend, onClose } = props;
  const draft = useDraft(draftId, "", null);
  const [isTried, setTried] = useState(false);
  const fault = missing(draft.text, isRequired);
  const send = () => {
    setTried(true);
    if (fault === undefined) onSend(draft.text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <Dialog title={title} closeLabel={t("action.close")} onClose={onClose}>
      <Form error={error ?? null} onSubmit={send}>
        <p>{intro}</p>
        <TextArea
          label={label}
          value={draft.text}
          rows={3}
          hint={t("ending.hint")}
          error={isTried ? fault : undefined}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            draft.change(event.target.value);
          }}
        />
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {confirm}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
