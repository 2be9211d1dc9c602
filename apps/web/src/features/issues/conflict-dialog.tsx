import { useState } from "react";
import { formatDay, formatNumber } from "../../lib/format";
import type { FieldConflict } from "../../lib/refusals";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useIssue, type IssueUnit } from "./issue-context";
import type { IssueEdits } from "./issue-edits";
import { fieldWords, PRIORITY_WORDS, TYPE_WORDS } from "./issue-words";
import styles from "./issue.module.css";

function isOneOf<T extends object>(words: T, value: unknown): value is keyof T {
  return typeof value === "string" && Object.hasOwn(words, value);
}

/** A value of a conflict in words; ids by the names that the page knows. */
function valueWords(field: string, value: unknown, unit: IssueUnit | null): string {
  if (value === null || value === undefined || value === "") return t("issue.conflict.empty");
  if (field === "type" && isOneOf(TYPE_WORDS, value)) return t(TYPE_WORDS[value]);
  if (field === "priority" && isOneOf(PRIORITY_WORDS, value)) return t(PRIORITY_WORDS[value]);
  if (Array.isArray(value)) {
    const names = value.map(
      (id) => unit?.labels?.find((label) => label.id === String(id))?.name ?? String(id),
    );
    return names.join(", ");
  }
  if (typeof value === "number") return formatNumber(value);
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value;
}

function Difference({ conflict, unit }: { conflict: FieldConflict; unit: IssueUnit | null }) {
  const { field, yours, theirs } = conflict;
  return (
    <section className={styles["difference"]} aria-label={fieldWords(field)}>
      <h3>{fieldWords(field)}</h3>
      <div className={styles["sides"]}>
        <div>
          <h4>{t("issue.conflict.yours")}</h4>
          <p className={styles["side"]}>{valueWords(field, yours, unit)}</p>
        </div>
        <div>
          <h4>{t("issue.conflict.theirs")}</h4>
          <p className={styles["side"]}>{valueWords(field, theirs, unit)}</p>
        </div>
      </div>
    </section>
  );
}

function Choice({ edits }: { edits: IssueEdits }) {
  const [isBusy, setBusy] = useState(false);
  const run = (act: () => Promise<unknown>) => () => {
    setBusy(true);
    void act().finally(() => {
      setBusy(false);
    });
  };
  return (
    <div className={styles["dialogActions"]}>
      <Button busy={isBusy} onClick={run(() => edits.takeTheirs())}>
        {t("issue.conflict.takeTheirs")}
      </Button>
      <Button look="primary" busy={isBusy} onClick={run(() => edits.keepMine())}>
        {t("issue.conflict.keepMine")}
      </Button>
    </div>
  );
}

/** I5, CON-02: somebody else changed the same field: both values side by side, and what was typed stays in its form. */
export function ConflictDialog() {
  const { edits, unit } = useIssue();
  const conflict = useStore(edits.conflict);
  if (!conflict) return null;
  return (
    <Dialog
      wide
      title={t("issue.conflict.title")}
      closeLabel={t("issue.conflict.later")}
      onClose={() => {
        edits.decideLater();
      }}
    >
      <p className={styles["conflictIntro"]}>{t("issue.conflict.intro")}</p>
      {conflict.conflicts.map((one) => (
        <Difference key={one.field} conflict={one} unit={unit} />
      ))}
      <Choice edits={edits} />
    </Dialog>
  );
}
