import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { Checkbox } from "../../../ui/field";
import { useDraft, type Draft } from "../drafts";
import { ADD_COMMENT } from "../comment.graphql";
import { ISSUE } from "../issue.graphql";
import { useIssue } from "../issue-context";
import { draftKey, mayEdit } from "../issue-model";
import { TextEditor } from "../text-editor";

interface NewComment {
  readonly body: string;
  readonly internal: boolean;
}

function useAddComment(draft: Draft) {
  const client = useApolloClient();
  const { issue } = useIssue();
  return useAction(async ({ body, internal }: NewComment, mutationKey) => {
    await client.mutate({
      mutation: ADD_COMMENT,
      variables: { issue: issue.id, body, internal, mutationKey },
    });
    draft.discard();
    announce(t("comment.added"));
    await client.query({ query: ISSUE, variables: { key: issue.key }, fetchPolicy: "network-only" });
  });
}

/** A comment is kept as a draft until it is sent; one marked as internal is read by managers and analysts alone. */
export function CommentForm() {
  const { issue, viewerId } = useIssue();
  const draft = useDraft(draftKey(viewerId, issue.id, "newComment"), "", null);
  const [isInternal, setInternal] = useState(false);
  const add = useAddComment(draft);
  const isManager = issue.can.assign || mayEdit(issue, "title");
  const send = () => {
    if (draft.text.trim() !== "") void add.start({ body: draft.text, internal: isInternal });
  };
  return (
    <TextEditor
      label={t("comment.label")}
      draft={draft}
      saveLabel={t("comment.send")}
      isBusy={add.isBusy}
      error={add.formError() ?? undefined}
      rows={3}
      isFocusedAtOnce={false}
      placeholder={t("comment.placeholder")}
      onSave={send}
    >
      {isManager && (
        <Checkbox
          label={t("comment.internal")}
          checked={isInternal}
          onChange={(event) => {
            setInternal(event.target.checked);
          }}
        />
      )}
    </TextEditor>
  );
}
