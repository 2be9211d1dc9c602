import { NoticeList } from "./notice-list";
import styles from "./notices.module.css";

/** All notices, as a page. */
export function NoticesPage() {
  return (
    <div className={styles["page"]}>
      <NoticeList heading="h1" />
    </div>
  );
}
