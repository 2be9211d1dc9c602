import { formatAgo, formatInstant } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { useIssue } from "../issue-context";
import { RESOLUTION_WORDS } from "../issue-words";
import { AssigneeField } from "./assignee-field";
import { PriorityField, TypeField } from "./choice-fields";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";
import { LabelsField } from "./labels-field";
import { DateField, NumberField } from "./input-fields";
import { ParentField } from "./parent-field";
import { StatusField } from "./status-field";

/** The side column: what the viewer may not write is plain text (UX.md, section 2). */
export function IssueFieldList() {
  const { issue } = useIssue();
  return (
    <dl className={styles["list"]}>
      <StatusField />
      {issue.resolution !== null && <FieldRow field="resolution" text={<ResolutionText />} />}
      <AssigneeField />
      <TypeField />
      <PriorityField />
      <DateField field="dueDate" />
      <DateField field="startDate" />
      <NumberField field="estimate" />
      <NumberField field="value" />
      <LabelsField />
      <ParentField />
      <FieldRow
        field="author"
        text={
          issue.author && (
            <span className={styles["person"]}>
              <Avatar name={issue.author.name} url={issue.author.avatarUrl} size="small" decorative />
              {issue.author.name}
            </span>
          )
        }
      />
      <FieldRow field="createdAt" text={<Moment iso={issue.createdAt} />} />
      <FieldRow field="updatedAt" text={<Moment iso={issue.updatedAt} />} />
      {issue.closedAt !== null && <FieldRow field="closedAt" text={<Moment iso={issue.closedAt} />} />}
    </dl>
  );
}

/** L5: how it ended; a duplicate says of what. */
function ResolutionText() {
  const { issue, openIssue } = useIssue();
  const original = (issue.relations ?? []).find(({ type }) => type === "DUPLICATES")?.issue;
  if (issue.resolution !== "DUPLICATE" || !original)
    return issue.resolution && t(RESOLUTION_WORDS[issue.resolution]);
  return (
    <a
      href={`/issue/${original.key}`}
      title={original.title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        openIssue(original.key);
      }}
    >
      {t("ending.duplicateOf", { key: original.key })}
    </a>
  );
}

function Moment({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={formatInstant(iso)}>
      {formatAgo(iso, new Date())}
    </time>
  );
}
