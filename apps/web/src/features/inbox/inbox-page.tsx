import { useCallback, useState } from "react";
import { useNavigate } from "../../lib/navigation";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { chosenOf } from "./chosen";
import { InboxList } from "./inbox-list";
import styles from "./inbox.module.css";
import { useWaiting } from "./use-waiting";
import type { Waiting } from "./waiting";

/** UX.md, section 2: what waits for the viewer, the oldest first, beside the one that is read. @param at its id */
export function InboxPage({ at }: { at: string | undefined }) {
  const { all, error, retry } = useWaiting();
  if (all && all.length > 0) return <Inbox all={all} at={at} />;
  return (
    <div className={styles["message"]}>
      <h1>{t("inbox.title")}</h1>
      {all ? (
        <Nothing />
      ) : error ? (
        <Failed error={error} onRetry={retry} />
      ) : (
        <p aria-busy="true">{t("app.loading")}</p>
      )}
    </div>
  );
}

function Nothing() {
  return (
    <>
      <p className={styles["nothing"]}>{t("inbox.empty")}</p>
      <p>{t("inbox.emptyWhy")}</p>
    </>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div role="alert">
      <p>{t("inbox.failed")}</p>
      <p>{wordsOfError(error)}</p>
      <Button onClick={onRetry}>{t("action.retry")}</Button>
    </div>
  );
}

/** The one that is read; when it is answered, what came after it takes its place. */
function useChosen(all: readonly Waiting[], at: string | undefined) {
  const [place, setPlace] = useState(0);
  const { index, chosen } = chosenOf(all, at, place);
  if (index !== place) setPlace(index);
  return chosen;
}

function useChoose(at: string | undefined): (id: string | undefined) => void {
  const navigate = useNavigate();
  return useCallback(
    (id) => {
      // Only the step from the list to what is read is one that Back takes back.
      const replace = at !== undefined;
      void navigate({ to: "/inbox", search: id === undefined ? {} : { at: id }, replace });
    },
    [navigate, at],
  );
}

function Inbox({ all, at }: { all: readonly Waiting[]; at: string | undefined }) {
  const chosen = useChosen(all, at);
  const choose = useChoose(at);
  return (
    <div className={styles["inbox"]} data-reading={at !== undefined}>
      <section className={styles["side"]}>
        <header className={styles["head"]}>
          <h1>{t("inbox.title")}</h1>
          <p>{t("inbox.count", { count: all.length })}</p>
        </header>
        <InboxList all={all} chosenId={chosen?.id} onChoose={choose} />
        <p className={styles["hint"]}>{t("inbox.keys")}</p>
      </section>
      <section aria-label={t("inbox.pane")} className={styles["pane"]}>
        <Button
          small
          look="quiet"
          icon="chevron-left"
          className={styles["back"]}
          onClick={() => {
            choose(undefined);
          }}
        >
          {t("inbox.back")}
        </Button>
        {chosen?.pane()}
      </section>
    </div>
  );
}
