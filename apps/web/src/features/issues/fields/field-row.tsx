import { useId, type ReactNode } from "react";
import { cx } from "../../../lib/cx";
import { wordsOf } from "../../../lib/refusals";
import { useStore } from "../../../lib/store";
import { Icon } from "../../../ui/icon";
import { useIssue } from "../issue-context";
import { useIssueParts } from "../issue-parts";
import { isHidden, mayEdit } from "../issue-model";
import { fieldWords, type NamedField } from "../issue-words";
import styles from "./fields.module.css";
import { HiddenValue } from "./hidden-value";

/** H3: conditions, status and assignee; what follows from them by itself carries no lock. */
const FROZEN: ReadonlySet<NamedField> = new Set([
  "status",
  "assignee",
  "type",
  "priority",
  "dueDate",
  "startDate",
  "estimate",
  "value",
  "labels",
  "parent",
]);

interface FieldRowProps {
  readonly field: NamedField;
  /** The value as text, where the viewer may not write it. */
  readonly text: ReactNode;
  /** The control, where they may; it is named by the element of this id. */
  readonly control?: (labelId: string) => ReactNode;
  /** Left out: by the list of what the viewer may edit. */
  readonly isWritable?: boolean;
}

/** A field's name and its value: hidden, as text, or as a control; and why its last edit was refused. */
export function FieldRow({ field, text, control, isWritable }: FieldRowProps) {
  const { issue, redacted, edits } = useIssue();
  const labelId = useId();
  const { field: BesideField } = useIssueParts();
  const refusal = useStore(edits.refusal);
  const mayWrite = isWritable ?? mayEdit(issue, field);
  const isEditable = mayWrite && control !== undefined;
  return (
    <div className={styles["row"]}>
      <dt id={labelId} className={styles["name"]}>
        {fieldWords(field)}
      </dt>
      <dd className={styles["value"]}>
        {isHidden(redacted, field) ? (
          <HiddenValue />
        ) : isEditable ? (
          control(labelId)
        ) : (
          <ReadValue isFrozen={issue.inTransit && FROZEN.has(field)}>{text}</ReadValue>
        )}
        {refusal?.field === field && <p className={styles["error"]}>{refusal.text}</p>}
      </dd>
      {BesideField && <BesideField field={field} />}
    </div>
  );
}

/** H3: frozen while a hand-off is pending, and says so. */
function ReadValue({ isFrozen, children }: { isFrozen: boolean; children: ReactNode }) {
  if (!isFrozen) return <span className={styles["read"]}>{children}</span>;
  const reason = wordsOf("issue.inTransit");
  return (
    <span className={cx(styles["read"], styles["frozen"])} title={reason}>
      {children}
      <Icon name="lock" label={reason} />
    </span>
  );
}
