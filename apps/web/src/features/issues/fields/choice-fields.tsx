import type { ReactNode } from "react";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { Menu, type MenuAction } from "../../../ui/menu";
import { useIssue } from "../issue-context";
import { PRIORITIES, PRIORITY_WORDS, priorityIcon, TYPE_WORDS, typeIcon, TYPES } from "../issue-words";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";

interface ChoiceProps {
  readonly label: string;
  readonly labelId: string;
  readonly entries: readonly MenuAction[];
  readonly children: ReactNode;
}

function Choice({ label, labelId, entries, children }: ChoiceProps) {
  return (
    <Menu
      label={label}
      entries={entries}
      trigger={(props) => (
        <Button
          {...props}
          small
          look="quiet"
          className={styles["choice"]}
          aria-labelledby={`${labelId} ${labelId}-now`}
        >
          <span id={`${labelId}-now`} className={styles["person"]}>
            {children}
          </span>
        </Button>
      )}
    />
  );
}

export function TypeField() {
  const { issue, edits } = useIssue();
  const { type } = issue;
  const text = type !== null && (
    <span className={styles["person"]}>
      <Icon name={typeIcon(type)} />
      {t(TYPE_WORDS[type])}
    </span>
  );
  const entries = TYPES.map((one) => ({
    id: one,
    label: t(TYPE_WORDS[one]),
    icon: typeIcon(one),
    checked: one === type,
    onSelect: () => void edits.save({ type: one }, { shown: { type: one } }),
  }));
  const control = (labelId: string) => (
    <Choice label={t("issue.field.type")} labelId={labelId} entries={entries}>
      {text}
    </Choice>
  );
  return <FieldRow field="type" text={text} control={control} />;
}

export function PriorityField() {
  const { issue, edits } = useIssue();
  const { priority } = issue;
  const text = priority !== null && (
    <span className={styles["person"]}>
      <Icon name={priorityIcon(priority)} className={styles[priority]} />
      {t(PRIORITY_WORDS[priority])}
    </span>
  );
  const entries = PRIORITIES.map((one) => ({
    id: one,
    label: t(PRIORITY_WORDS[one]),
    icon: priorityIcon(one),
    checked: one === priority,
    onSelect: () => void edits.save({ priority: one }, { shown: { priority: one } }),
  }));
  const control = (labelId: string) => (
    <Choice label={t("issue.field.priority")} labelId={labelId} entries={entries}>
      {text}
    </Choice>
  );
  return <FieldRow field="priority" text={text} control={control} />;
}
