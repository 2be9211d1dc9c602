import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { deniedBy } from "../org/company-view";
import { matrixOf, refusalOf, wished } from "./matrix-model";
import type { RoleColumn } from "./role-matrix";
import styles from "./roles-page.module.css";
import type { RoleEdits } from "./use-role-edits";

/** There as soon as something is changed. A matrix that cannot be says so before it is sent (R12). */
export function SaveBar({ edits, columns }: { edits: RoleEdits; columns: readonly RoleColumn[] }) {
  const changed = columns.filter(({ wishes }) => Object.keys(wishes).length > 0);
  const refusal = changed
    .map(({ role, wishes }) => refusalOf(wished(matrixOf(role), wishes)))
    .find((one) => one !== null);
  const reason = refusal ? deniedBy(refusal) : undefined;
  return (
    <div role="status" className={styles["barPlace"]}>
      {edits.count > 0 && (
        <div className={styles["bar"]}>
          <span className={styles["count"]}>
            {t("rights.changes", { count: edits.count })}
            {reason !== undefined && <span className={styles["reason"]}>{reason}</span>}
          </span>
          <Button onClick={edits.discard}>{t("rights.discard")}</Button>
          <Button look="primary" denied={reason} busy={edits.isBusy} onClick={() => void edits.save()}>
            {t("rights.save")}
          </Button>
        </div>
      )}
    </div>
  );
}
