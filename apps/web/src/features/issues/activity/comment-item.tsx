import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { formatAgo, formatInstant } from "../../../lib/format";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { IconButton } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { useDraft, hasDraft } from "../drafts";
import { UPDATE_COMMENT } from "../comment.graphql";
import { useIssue } from "../issue-context";
import { draftKey, type IssueComment } from "../issue-model";
import { Markdown } from "../markdown";
import { TextEditor } from "../text-editor";
import styles from "./activity.module.css";

export function CommentItem({ comment }: { comment: IssueComment }) {
  const { issue, viewerId } = useIssue();
  const isMine = comment.author.id === viewerId && issue.can.comment;
  const draftId = draftKey(viewerId, comment.id, "comment");
  const [isEditing, setEditing] = useState(() => isMine && hasDraft(draftId, comment.body));
  const { author, internal } = comment;
  const edit = () => {
    setEditing(true);
  };
  const close = () => {
    setEditing(false);
  };
  return (
    <div className={styles["comment"]}>
      <Avatar name={author.name} url={author.avatarUrl} decorative />
      <div className={internal ? styles["internal"] : styles["bubble"]}>
        <CommentHead comment={comment} onEdit={isMine && !isEditing ? edit : null} />
        {isEditing ? (
          <CommentEditor comment={comment} draftId={draftId} onClose={close} />
        ) : (
          <Markdown text={comment.body} />
        )}
      </div>
    </div>
  );
}

/** @param onEdit null: it is not the viewer's to change */
function CommentHead({ comment, onEdit }: { comment: IssueComment; onEdit: (() => void) | null }) {
  return (
    <div className={styles["commentHead"]}>
      <b>{comment.author.name}</b>
      <When comment={comment} />
      {comment.internal && (
        <span className={styles["internalMark"]}>
          <Icon name="lock" />
          {t("comment.internal")}
        </span>
      )}
      {onEdit && (
        <IconButton
          small
          icon="edit"
          className={styles["editComment"]}
          label={t("comment.edit")}
          onClick={onEdit}
        />
      )}
    </div>
  );
}

function When({ comment: { createdAt, editedAt } }: { comment: IssueComment }) {
  return (
    <span className={styles["when"]}>
      <time dateTime={createdAt} title={formatInstant(createdAt)}>
        {formatAgo(createdAt, new Date())}
      </time>
      {editedAt !== null && <span title={formatInstant(editedAt)}>{t("comment.edited")}</span>}
    </span>
  );
}

interface CommentEditorProps {
  readonly comment: IssueComment;
  readonly draftId: string;
  readonly onClose: () => void;
}

function CommentEditor({ comment, draftId, onClose }: CommentEditorProps) {
  const client = useApolloClient();
  const draft = useDraft(draftId, comment.body, null);
  const save = useAction(async (body: string, mutationKey) => {
    await client.mutate({ mutation: UPDATE_COMMENT, variables: { id: comment.id, body, mutationKey } });
    draft.discard();
    onClose();
  });
  return (
    <TextEditor
      label={t("comment.label")}
      draft={draft}
      saveLabel={t("issue.editor.save")}
      isBusy={save.isBusy}
      error={save.formError() ?? undefined}
      rows={4}
      isFocusedAtOnce
      onSave={() => void save.start(draft.text)}
      onClose={onClose}
    />
  );
}
