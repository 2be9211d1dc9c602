import { useApolloClient } from "@apollo/client/react";
import { useId, useState } from "react";
import type { WorkRowFragment } from "../../../gql/graphql";
import { newClientMutationId } from "../../../lib/client-id";
import { useAction } from "../../../lib/use-action";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { FormError } from "../../../ui/form-error";
import { ADD_COMMENT } from "../comment.graphql";
import { SET_STATUS } from "../issue.graphql";
import styles from "./my-work.module.css";

interface ReportActionsProps {
  readonly issue: WorkRowFragment;
  /** After something was done: the lists are read anew. */
  readonly onDone: () => void;
}

/** R6: what a REPORTER does with what is assigned to them, and nothing else: begin it, resolve it, say something. */
export function ReportActions({ issue, onDone }: ReportActionsProps) {
  const [isWriting, setWriting] = useState(false);
  return (
    <div className={styles["report"]}>
      <Moves issue={issue} onDone={onDone} />
      {issue.can.comment && (
        <Button
          icon="comment"
          className={styles["big"]}
          aria-expanded={isWriting}
          onClick={() => {
            setWriting(!isWriting);
          }}
        >
          {t("my.comment")}
        </Button>
      )}
      {isWriting && (
        <CommentForm
          issue={issue}
          onSent={() => {
            setWriting(false);
            onDone();
          }}
        />
      )}
    </div>
  );
}

const TARGETS = [
  { category: "IN_PROGRESS", look: "secondary", words: "my.start" },
  { category: "RESOLVED", look: "primary", words: "my.resolve" },
] as const;

/** What it cannot go to says why before the press (R12); where it is already, there is no button. */
function Moves({ issue, onDone }: ReportActionsProps) {
  const client = useApolloClient();
  const move = useAction(async (status: { id: string; name: string }, mutationKey: string) => {
    const variables = { id: issue.id, status: status.id, revision: issue.revision, mutationKey };
    await client.mutate({ mutation: SET_STATUS, variables });
    announce(t("my.moved", { key: issue.key, status: status.name }));
    onDone();
  });
  const offered = TARGETS.filter(({ category }) => category !== issue.status.category);
  return (
    <>
      {offered.map(({ category, look, words }) => {
        const target = issue.can.moveTo.find((status) => status.category === category);
        return (
          <Button
            key={category}
            look={look}
            className={styles["big"]}
            busy={move.isBusy}
            denied={target ? undefined : wordsOf("issue.transitionNotAllowed")}
            onClick={() => {
              if (target) void move.start(target);
            }}
          >
            {t(words)}
          </Button>
        );
      })}
      <FormError text={move.formError()} />
    </>
  );
}

interface CommentFormProps {
  readonly issue: WorkRowFragment;
  readonly onSent: () => void;
}

function CommentForm({ issue, onSent }: CommentFormProps) {
  const client = useApolloClient();
  const id = useId();
  const [body, setBody] = useState("");
  const [mutationKey] = useState(newClientMutationId);
  const send = useAction(async (text: string) => {
    const variables = { issue: issue.id, body: text, internal: false, mutationKey };
    await client.mutate({ mutation: ADD_COMMENT, variables });
    announce(t("my.sent", { key: issue.key }));
    onSent();
  });
  return (
    <form
      className={styles["comment"]}
      onSubmit={(event) => {
        event.preventDefault();
        void send.start(body);
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t("my.commentLabel", { key: issue.key })}
      </label>
      <textarea
        id={id}
        // Opened by the press of a button, to be written in.
        autoFocus
        rows={3}
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
        }}
      />
      <FormError text={send.formError()} />
      <Button type="submit" busy={send.isBusy} look="primary">
        {t("my.send")}
      </Button>
    </form>
  );
}
