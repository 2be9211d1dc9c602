import { useIssueParam } from "../../lib/navigation";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { Button } from "../../ui/button";
import { NoticeRows } from "./notice-rows";
import styles from "./notices.module.css";
import { useMarkRead, useNotices, type Notice } from "./use-notices";

interface NoticeListProps {
  /** Called when one is opened: a popover goes away then. */
  readonly onOpened?: () => void;
  /** A page has the heading of its own. */
  readonly heading: "h1" | "h2";
}

/** B4: what the viewer is told; to open one is to read it. */
export function NoticeList({ onOpened, heading: Heading }: NoticeListProps) {
  const { all, unread, error, retry, older } = useNotices();
  const mark = useMarkRead(unread);
  const { open } = useIssueParam();
  const onOpen = (notice: Notice) => {
    mark.one(notice);
    if (!notice.issue) return;
    onOpened?.();
    open(notice.issue.key);
  };
  return (
    <>
      <div className={styles["head"]}>
        <Heading>{t("notices.title")}</Heading>
        {unread > 0 && all && (
          <Button
            small
            look="quiet"
            icon="check"
            onClick={() => {
              mark.every(all);
              announce(t("notices.markedAll"));
            }}
          >
            {t("notices.markAll")}
          </Button>
        )}
      </div>
      {all ? <Known all={all} onOpen={onOpen} older={older} /> : <Unknown error={error} onRetry={retry} />}
    </>
  );
}

function Unknown({ error, onRetry }: { readonly error: Error | undefined; readonly onRetry: () => void }) {
  if (!error) {
    return (
      <p aria-busy="true" className={styles["message"]}>
        {t("app.loading")}
      </p>
    );
  }
  return (
    <div role="alert" className={styles["message"]}>
      <p>{t("notices.failed")}</p>
      <p>{wordsOfError(error)}</p>
      <Button onClick={onRetry}>{t("action.retry")}</Button>
    </div>
  );
}

interface KnownProps {
  readonly all: readonly Notice[];
  readonly onOpen: (notice: Notice) => void;
  readonly older: (() => Promise<void>) | null;
}

function Known({ all, onOpen, older }: KnownProps) {
  if (all.length === 0) {
    return (
      <div className={styles["message"]}>
        <p className={styles["nothing"]}>{t("notices.empty")}</p>
        <p>{t("notices.emptyWhy")}</p>
      </div>
    );
  }
  return (
    <>
      <NoticeRows all={all} onOpen={onOpen} />
      {older && (
        <div className={styles["older"]}>
          <Button small onClick={() => void older().catch(() => undefined)}>
            {t("notices.older")}
          </Button>
        </div>
      )}
    </>
  );
}
