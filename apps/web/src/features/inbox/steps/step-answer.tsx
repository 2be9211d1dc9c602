import { useApolloClient } from "@apollo/client/react";
import { useRef, useState, type RefObject } from "react";
import { formatSpan } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { PickerPopover, type PickerOption } from "../../../ui/picker";
import { useAssignable } from "../../issues/use-assignable";
import styles from "./step-answer.module.css";
import { RefuseForm, hasRefusalDraft } from "./refuse-form";
import { acceptStep } from "./step-acts";
import { useAnswerKeys } from "./use-answer-keys";
import type { InboxStep } from "./waiting-steps";

/** What is being asked before the answer goes. */
type Open = "people" | "reason" | null;

const LATER = "later";
const MINUTE_MS = 60_000;

/** H4: at the last step the accepting head can name the executor in the same stroke. */
function isLastStep({ id, handoff }: InboxStep): boolean {
  return handoff.steps.at(-1)?.id === id;
}

/** H2: accepts or refuses the step that is read. `Y`, letters, Enter; `R`, text, Ctrl+Enter (UX.md, section 4). */
export function StepAnswer({ step }: { step: InboxStep }) {
  const client = useApolloClient();
  const accept = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<Open>(() => (hasRefusalDraft(step) ? "reason" : null));
  const isLast = isLastStep(step);
  const people = useAssignable(isLast ? step.handoff.to.id : null);
  const onAccept = () => {
    if (isLast) setOpen("people");
    else void acceptStep(client, step, null);
  };
  const onRefuse = () => {
    setOpen("reason");
  };
  const onClose = () => {
    setOpen(null);
  };
  useAnswerKeys({ y: onAccept, r: onRefuse });
  return (
    <div className={styles["answer"]}>
      <Asked step={step} />
      <div className={styles["buttons"]}>
        <Button
          ref={accept}
          look={open === "reason" ? "secondary" : "primary"}
          icon="check"
          aria-keyshortcuts="Y"
          onClick={onAccept}
        >
          {isLast ? t("inbox.acceptAssign") : t("inbox.accept")}
        </Button>
        <Button icon="undo" aria-keyshortcuts="R" aria-expanded={open === "reason"} onClick={onRefuse}>
          {t("inbox.refuse")}
        </Button>
      </div>
      {open === "people" && <Executor anchor={accept} step={step} people={people} onClose={onClose} />}
      {open === "reason" && <RefuseForm step={step} onClose={onClose} />}
    </div>
  );
}

function Asked({ step: { unit, waitedMinutes, handoff } }: { step: InboxStep }) {
  const { startedBy, from, to } = handoff;
  return (
    <div className={styles["asked"]}>
      <p>{t("inbox.step.ask", { name: startedBy.name, from: from.name, to: to.name })}</p>
      <p className={styles["waits"]}>
        {t("inbox.step.waits", { unit: unit.name, span: formatSpan((waitedMinutes ?? 0) * MINUTE_MS) })}
      </p>
    </div>
  );
}

interface ExecutorProps {
  readonly anchor: RefObject<Element | null>;
  readonly step: InboxStep;
  readonly people: ReturnType<typeof useAssignable>;
  readonly onClose: () => void;
}

/** Enter alone names nobody yet; the accepting head then holds it (H4). */
function Executor({ anchor, step, people, onClose }: ExecutorProps) {
  const client = useApolloClient();
  const nobody: PickerOption = {
    id: LATER,
    label: t("inbox.executor.later"),
    text: t("inbox.executor.laterWhy"),
    icon: "clock",
  };
  const named = (people ?? []).map(({ id, name, avatarUrl }) => ({
    id,
    label: name,
    avatar: { name, url: avatarUrl },
  }));
  return (
    <PickerPopover
      label={t("inbox.executor")}
      placeholder={t("inbox.executor.search")}
      empty={t("inbox.executor.notFound")}
      anchor={anchor}
      options={[nobody, ...named]}
      onPick={({ id }) => void acceptStep(client, step, id === LATER ? null : id)}
      onClose={onClose}
    />
  );
}
