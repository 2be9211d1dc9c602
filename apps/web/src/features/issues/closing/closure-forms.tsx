import { t } from "../../../lib/words/words";
import { useViewer } from "../../identity/viewer";
import { ReasonDialog } from "./reason-dialog";
import { closureDraft, type ClosureQueue } from "./use-closure-queue";

/** L2: a reason with what goes back, a comment with what is closed; one stroke for all that is chosen. */
export function ClosureForms({ queue }: { queue: ClosureQueue }) {
  const viewerId = useViewer().user.id;
  const { form } = queue;
  if (!form) return null;
  const { kind, ids } = form;
  const count = ids.length;
  const close = () => {
    queue.openForm(null);
  };
  const shared = {
    draftId: closureDraft(viewerId, kind),
    onSend: (text: string) => {
      queue.act(kind, ids, text);
    },
    onClose: close,
  };
  const only = count === 1 ? queue.rows.find(({ id }) => id === ids[0]) : undefined;
  if (kind === "return") {
    return (
      <ReasonDialog
        {...shared}
        title={only ? t("ending.returnTitle", { key: only.key }) : t("closure.returnTitle", { count })}
        intro={only ? t("ending.returnIntro") : t("closure.returnIntro")}
        label={t("ending.reason")}
        confirm={t("ending.return")}
        isRequired
      />
    );
  }
  return (
    <ReasonDialog
      {...shared}
      title={only ? t("ending.closeTitle", { key: only.key }) : t("closure.closeTitle", { count })}
      intro={t("closure.commentIntro")}
      label={t("comment.label")}
      confirm={t("closure.close")}
      isRequired={false}
    />
  );
}
