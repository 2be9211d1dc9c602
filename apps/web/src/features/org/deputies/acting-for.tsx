import { useQuery } from "@apollo/client/react";
import { formatDay } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Icon } from "../../../ui/icon";
import { useViewer } from "../../identity/viewer";
import { DEPUTIES } from "./deputy.graphql";
import styles from "./deputies.module.css";

/** Section 1: for whom the viewer acts today, and until when; nothing where they act for nobody. */
export function ActingFor() {
  const { user } = useViewer();
  const { data } = useQuery(DEPUTIES);
  const now = (data?.deputies ?? []).filter((deputy) => deputy.active && deputy.user.id === user.id);
  return now.map(({ id, boss, to }) => (
    <span key={id} className={styles["acting"]} title={t("deputy.actingTitle", { name: boss.name })}>
      <Icon name="users" />
      <span className={styles["words"]}>{t("deputy.acting", { name: boss.name, day: formatDay(to) })}</span>
    </span>
  ));
}
