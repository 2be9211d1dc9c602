import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Confirm } from "../../../ui/confirm";
import { showToast } from "../../../ui/toast-store";
import { forgetDraft } from "../drafts";
import { useIssue } from "../issue-context";
import { draftKey } from "../issue-model";
import type { FoundIssue } from "../pick-issue";
import { ReasonDialog } from "./reason-dialog";
import { useEndings, type ReasonedEnding } from "./use-ending";

const WORDS = {
  return: {
    title: "ending.returnTitle",
    intro: "ending.returnIntro",
    confirm: "ending.return",
    done: "ending.done.return",
  },
  reopen: {
    title: "ending.reopenTitle",
    intro: "ending.reopenIntro",
    confirm: "ending.reopen",
    done: "ending.done.reopen",
  },
  cancel: {
    title: "ending.cancelTitle",
    intro: "ending.cancelIntro",
    confirm: "ending.cancel",
    done: "ending.done.cancel",
  },
} as const satisfies Record<ReasonedEnding, object>;

interface EndingDialogProps {
  readonly ending: ReasonedEnding | "archive";
  readonly onClose: () => void;
}

export function EndingDialog({ ending, onClose }: EndingDialogProps) {
  if (ending === "archive") return <ArchiveDialog onClose={onClose} />;
  return <ReasonedDialog ending={ending} onClose={onClose} />;
}

/** L2, L5: with a reason, which is a part of what happened. */
function ReasonedDialog({ ending, onClose }: { ending: ReasonedEnding; onClose: () => void }) {
  const { issue, viewerId } = useIssue();
  const { say } = useEndings();
  const { key } = issue;
  const words = WORDS[ending];
  const draftId = draftKey(viewerId, issue.id, `ending.${ending}`);
  const action = useAction<string>(async (reason, mutationKey) => {
    await say(ending, reason, mutationKey);
    onClose();
    // After the form has put away what it held.
    setTimeout(forgetDraft, 0, draftId);
    showToast(t(words.done, { key }), { tone: "ok" });
  });
  return (
    <ReasonDialog
      title={t(words.title, { key })}
      intro={t(words.intro)}
      label={t("ending.reason")}
      confirm={t(words.confirm)}
      draftId={draftId}
      isRequired
      isBusy={action.isBusy}
      error={action.formError()}
      onSend={(reason) => void action.start(reason)}
      onClose={onClose}
    />
  );
}

/** L5: names the loss: work goes on elsewhere, and nothing is copied there. */
export function MergeDialog({ into, onClose }: { into: FoundIssue; onClose: () => void }) {
  const { issue } = useIssue();
  const { merge } = useEndings();
  const names = { from: issue.key, into: into.key };
  const action = useAction<string>(async (id, mutationKey) => {
    await merge(id, mutationKey);
    onClose();
    showToast(t("ending.done.merge", { key: issue.key, into: into.key }), { tone: "ok" });
  });
  return (
    <Confirm
      title={t("ending.mergeTitle", names)}
      text={t("ending.mergeText", names)}
      confirm={t("ending.merge")}
      cancel={t("action.cancel")}
      error={action.formError()}
      isBusy={action.isBusy}
      onConfirm={() => void action.start(into.id)}
      onClose={onClose}
    />
  );
}

function ArchiveDialog({ onClose }: { onClose: () => void }) {
  const { issue } = useIssue();
  const { archive } = useEndings();
  const { key } = issue;
  const action = useAction<null>(async (_none, mutationKey) => {
    await archive(mutationKey);
    onClose();
    showToast(t("ending.done.archive", { key }), { tone: "ok" });
  });
  return (
    <Confirm
      title={t("ending.archiveTitle", { key })}
      text={t("ending.archiveText", { key })}
      confirm={t("ending.archive")}
      cancel={t("action.cancel")}
      error={action.formError()}
      isBusy={action.isBusy}
      onConfirm={() => void action.start(null)}
      onClose={onClose}
    />
  );
}
