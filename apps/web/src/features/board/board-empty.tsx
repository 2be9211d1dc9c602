import { lazy, Suspense, useSyncExternalStore } from "react";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { useBoard } from "./board-context";
import styles from "./board.module.css";

const NoSight = lazy(async () => ({ default: (await import("./no-sight")).NoSight }));

/** Whether no column has a card. */
function useIsEmpty(): boolean {
  const { session } = useBoard();
  const { order } = session.base;
  return useSyncExternalStore(
    (listener) => order.subscribeAny(listener),
    () => [...order.order().values()].every((ids) => ids.length === 0),
  );
}

/** UX.md, section 9: an empty board says what it is for, or, to who sees nothing here, who gives access. */
export function BoardEmpty({ onCreate }: { onCreate: () => void }) {
  const { screen } = useBoard();
  if (!useIsEmpty()) return null;
  return (
    <div className={styles["empty"]}>
      {screen.mayCreate ? (
        <Invitation onCreate={onCreate} />
      ) : (
        <Suspense>
          <NoSight />
        </Suspense>
      )}
    </div>
  );
}

function Invitation({ onCreate }: { onCreate: () => void }) {
  return (
    <>
      <h2>{t("board.empty.title")}</h2>
      <p>{t("board.empty.text")}</p>
      <Button icon="plus" onClick={onCreate}>
        {t("board.create")}
      </Button>
    </>
  );
}
