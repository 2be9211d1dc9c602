import { useSyncExternalStore } from "react";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { useUnitHeads } from "../issues/use-assignable";
import { useBoard } from "./board-context";
import styles from "./board.module.css";

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
      {screen.mayCreate ? <Invitation onCreate={onCreate} /> : <NoSight />}
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

function NoSight() {
  const { session } = useBoard();
  const heads = useUnitHeads(session.place.unit);
  if (!heads) return null;
  const names = heads.map(({ name }) => name).join(", ");
  return <p>{names === "" ? t("board.empty.deniedNobody") : t("board.empty.denied", { heads: names })}</p>;
}
