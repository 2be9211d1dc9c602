import { useApolloClient, useQuery } from "@apollo/client/react";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Checkbox, TextArea } from "../../ui/field";
import { Form, FormActions } from "../../ui/form";
import { useViewer } from "../identity/viewer";
import { startHandoff } from "./handoff-acts";
import { HANDOFF_ROUTE } from "./handoff.graphql";
import type { HandedIssue, UnitRef } from "./handoff-model";
import styles from "./handoff.module.css";
import { RouteView } from "./route-view";

interface HandoffFormProps {
  readonly issue: HandedIssue;
  readonly to: UnitRef;
  readonly onDone: () => void;
  /** To another unit. */
  readonly onBack: () => void;
}

/** H1: the way it will take, what is said with it, and the one button. Enter hands off; the comment may stay empty. */
export function HandoffForm({ issue, to, onDone, onBack }: HandoffFormProps) {
  const client = useApolloClient();
  const me = useViewer().user;
  const [comment, setComment] = useState("");
  const [withSubIssues, setWithSubIssues] = useState(false);
  const variables = { issue: issue.id, toUnit: to.id };
  const { data, error } = useQuery(HANDOFF_ROUTE, { variables, fetchPolicy: "cache-and-network" });
  const route = data?.handoffRoute;
  const submit = () => {
    onDone();
    const started = { issue, to, route: route ?? [], comment: comment.trim(), withSubIssues };
    void startHandoff(client, started, me);
  };
  return (
    <div className={styles["form"]}>
      <Head text={t("handoff.to", { key: issue.key, unit: to.name })} onBack={onBack} />
      <RouteView from={issue.unit} to={to} route={route ?? null} />
      <Form error={error && !route ? wordsOfError(error) : null} onSubmit={submit}>
        <CommentField text={comment} onChange={setComment} onSend={submit} />
        {issue.subIssueCount !== null && issue.subIssueCount > 0 && (
          <Checkbox
            label={t("handoff.withSubIssues")}
            checked={withSubIssues}
            onChange={(event) => {
              setWithSubIssues(event.target.checked);
            }}
          />
        )}
        <FormActions>
          <Button type="submit" look="primary" icon="handoff">
            {t("handoff.start")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

function Head({ text, onBack }: { text: string; onBack: () => void }) {
  return (
    <div className={styles["formHead"]}>
      <h3>{text}</h3>
      <Button small look="quiet" onClick={onBack}>
        {t("handoff.otherUnit")}
      </Button>
    </div>
  );
}

interface CommentFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

/** Has the focus, so that the second Enter of the flow sends (UX.md, section 4). */
function CommentField({ text, onChange, onSend }: CommentFieldProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    ref.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <TextArea
      ref={ref}
      label={t("handoff.comment")}
      optional={t("field.optional")}
      hint={t("handoff.comment.hint")}
      rows={2}
      className={styles["commentField"]}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
