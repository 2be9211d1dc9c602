import { t } from "../../../lib/words/words";
import { cx } from "../../../lib/cx";
import { IconButton } from "../../../ui/button";
import { colourOf, isLabelColour } from "../../../ui/label-colours";
import { Menu } from "../../../ui/menu";
import { useIssue } from "../issue-context";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";

interface Label {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

function LabelList({ labels }: { labels: readonly Label[] }) {
  if (labels.length === 0) return <span className={styles["none"]}>{t("issue.none")}</span>;
  return (
    <span className={styles["labels"]}>
      {labels.map(({ id, name, color }) => (
        <span
          key={id}
          className={cx(styles["label"], styles[`label-${isLabelColour(color) ? color : colourOf(name)}`])}
        >
          {name}
        </span>
      ))}
    </span>
  );
}

/** CON-05: labels are added and taken off one by one, so that two people's changes merge. */
export function LabelsField() {
  const { issue, edits, unit } = useIssue();
  const labels = issue.labels ?? [];
  const entries = (unit?.labels ?? []).map((label) => {
    const isOn = labels.some((one) => one.id === label.id);
    const next = isOn ? labels.filter((one) => one.id !== label.id) : [...labels, label];
    return {
      id: label.id,
      label: label.name,
      checked: isOn,
      onSelect: () =>
        void edits.save(isOn ? { removeLabels: [label.id] } : { addLabels: [label.id] }, {
          shown: { labels: next },
        }),
    };
  });
  const control = () => (
    <span className={styles["labelled"]}>
      <LabelList labels={labels} />
      {entries.length > 0 && (
        <Menu
          label={t("issue.labels.change")}
          entries={entries}
          trigger={(props) => <IconButton {...props} small icon="tag" label={t("issue.labels.change")} />}
        />
      )}
    </span>
  );
  return <FieldRow field="labels" text={<LabelList labels={labels} />} control={control} />;
}
