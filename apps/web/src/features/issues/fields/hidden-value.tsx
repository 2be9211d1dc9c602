import { t } from "../../../lib/words/words";
import { Icon } from "../../../ui/icon";
import styles from "./fields.module.css";

/** R11: a field that is hidden is said to be hidden; it never looks empty, and never like a zero. */
export function HiddenValue() {
  return (
    <span className={styles["hidden"]}>
      <Icon name="lock" />
      {t("issue.hidden")}
    </span>
  );
}
