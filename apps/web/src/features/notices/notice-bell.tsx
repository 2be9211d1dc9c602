import { lazy, Suspense, useRef, useState } from "react";
import { formatNumber } from "../../lib/format";
import { t, withWords } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import styles from "./notice-bell.module.css";
import { useUnread } from "./use-unread";

const NoticePopover = lazy(async () => ({
  default: (await withWords(import("./notice-popover"))).NoticePopover,
}));

/** More than this is "many": the bell stays as wide as it is. */
const MOST = 99;

/** B4: what concerns the viewer, at once, wherever they are. */
export function NoticeBell() {
  const ref = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const unread = useUnread() ?? 0;
  return (
    <span ref={ref} className={styles["bell"]}>
      <IconButton
        icon="bell"
        label={unread > 0 ? t("notices.bellUnread", { count: unread }) : t("notices.bell")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      />
      {unread > 0 && (
        <span aria-hidden="true" className={styles["count"]}>
          {unread > MOST ? `${formatNumber(MOST)}+` : formatNumber(unread)}
        </span>
      )}
      {isOpen && (
        <Suspense>
          <NoticePopover
            anchor={ref}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
