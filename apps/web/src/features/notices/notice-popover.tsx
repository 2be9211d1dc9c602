import type { RefObject } from "react";
import { Link } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { Popover } from "../../ui/popover";
import { NoticeList } from "./notice-list";
import styles from "./notices.module.css";

interface NoticePopoverProps {
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The newest notices, under the bell. */
export function NoticePopover({ anchor, onClose }: NoticePopoverProps) {
  return (
    <Popover
      anchor={anchor}
      align="end"
      label={t("notices.title")}
      className={styles["popover"]}
      onClose={onClose}
    >
      <NoticeList heading="h2" onOpened={onClose} />
      <div className={styles["foot"]}>
        <Link to="/inbox" search={{ tab: "notices" }} onClick={onClose}>
          {t("notices.all")}
        </Link>
      </div>
    </Popover>
  );
}
