import { useApolloClient, useQuery } from "@apollo/client/react";
import { useMemo, useState, type KeyboardEvent, type RefObject } from "react";
import { compareNames } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { Form, FormActions } from "../../ui/form";
import { Popover } from "../../ui/popover";
import { useViewer } from "../identity/viewer";
import { ISSUE_UNIT } from "../issues/issue-unit.graphql";
import { useAssignable } from "../issues/use-assignable";
import { useDomainViewer } from "../org/domain-viewer";
import { useUnits } from "../org/units";
import { AskControl } from "./ask-control";
import { askableStatuses, type AskKind, type AskSubject } from "./ask-model";
import { askHead } from "./request-acts";
import { kindWords } from "./request-words";
import styles from "./requests.module.css";
import { startOf, wishOf, type Choices, type NoWish, type Typed } from "./wish";

interface AskPopoverProps {
  readonly subject: AskSubject;
  readonly kind: AskKind;
  /** What stands in the viewer's own way. */
  readonly reason: string;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

function useUnitOf({ unit }: AskSubject) {
  const { data } = useQuery(ISSUE_UNIT, { variables: { id: unit.id } });
  return data?.unit ?? null;
}

/** What the control can choose from. */
function useChoices(kind: AskKind, subject: AskSubject): Choices {
  const unit = useUnitOf(subject);
  const people = useAssignable(kind === "assignee" ? subject.unit.id : null);
  const viewer = useDomainViewer();
  const all = useUnits();
  return useMemo(() => {
    const { status } = subject;
    const isWhole = viewer !== null && unit !== null && status !== undefined;
    // The page of an issue knows all of it; a card asks for a hand-off alone.
    const statuses = isWhole
      ? askableStatuses(subject as Parameters<typeof askableStatuses>[0], unit.statuses, viewer)
      : [];
    const units = all
      .filter((one) => one.id !== subject.unit.id && !one.archived)
      .toSorted((a, b) => compareNames(a.name, b.name));
    return { statuses, people: people ?? [], units };
  }, [subject, unit, people, viewer, all]);
}

const WORDS = {
  missing: "request.value.missing",
  same: "request.value.same",
  number: "request.value.number",
} as const satisfies Record<NoWish, string>;

/** H6: says why the viewer may not, who may, and asks them: the value that is wished for, a comment, one click. */
export function AskPopover(props: AskPopoverProps) {
  const { subject, kind, anchor, onClose } = props;
  return (
    <Popover
      anchor={anchor}
      label={t("request.ask.title", { key: subject.key })}
      onClose={onClose}
      className={styles["popover"]}
    >
      <AskForm key={kind} {...props} />
    </Popover>
  );
}

/** What is typed, and how it is sent. */
function useAsking({ subject, kind, onClose }: AskPopoverProps, choices: Choices) {
  const client = useApolloClient();
  const me = useViewer().user;
  const [typed, setTyped] = useState(() => startOf(kind, subject));
  const [comment, setComment] = useState("");
  const [wrong, setWrong] = useState<NoWish | null>(null);
  const type = (next: Typed) => {
    setTyped(next);
    setWrong(null);
  };
  const send = () => {
    const wish = wishOf(kind, subject, typed, choices);
    if (typeof wish === "string") {
      setWrong(wish);
      return;
    }
    onClose();
    void askHead(client, subject, wish, { me, comment });
  };
  return { typed, type, comment, setComment, wrong, send };
}

function AskForm(props: AskPopoverProps) {
  const { subject, kind, reason } = props;
  const choices = useChoices(kind, subject);
  const labels = useUnitOf(subject)?.labels ?? [];
  const { typed, type, comment, setComment, wrong, send } = useAsking(props, choices);
  return (
    <div className={styles["form"]}>
      <h3>{t("request.ask.field", { field: kindWords(kind) })}</h3>
      <Why subject={subject} reason={reason} />
      <Form error={null} onSubmit={send}>
        <AskControl
          kind={kind}
          typed={typed}
          choices={choices}
          labels={labels}
          error={wrong === null ? undefined : t(WORDS[wrong])}
          onType={type}
        />
        <CommentField text={comment} onChange={setComment} onSend={send} />
        <FormActions>
          <Button type="submit" look="primary">
            {t("request.ask.send")}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** R12: the rule that refuses, and who is asked. */
function Why({ subject, reason }: { subject: AskSubject; reason: string }) {
  const heads = useUnitOf(subject)?.heads ?? [];
  const names = heads.map(({ name }) => name).join(", ");
  return (
    <p className={styles["why"]}>
      {names === "" ? t("request.ask.whyNobody", { reason }) : t("request.ask.why", { reason, heads: names })}
    </p>
  );
}

interface CommentFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
}

function CommentField({ text, onChange, onSend }: CommentFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };
  return (
    <TextArea
      label={t("request.comment")}
      optional={t("field.optional")}
      hint={t("request.comment.hint")}
      rows={2}
      className={styles["comment"]}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
