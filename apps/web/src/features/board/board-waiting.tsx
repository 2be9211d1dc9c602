import { STATUS_CATEGORIES } from "@stafeta/domain/org/company";
import { useEffect, useState } from "react";
import { t } from "../../lib/words/words";
import type { UnitNode } from "../org/units";
import { BoardNotice } from "./board-notice";
import styles from "./board.module.css";
import { CATEGORY_WORDS } from "./columns/column-model";
import columnStyles from "./columns/column.module.css";

const SLOW_MS = 10_000;
const CARDS = [0, 1, 2] as const;

function useSlow(): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isSlow;
}

/** Real heads at once, and still placeholders of a card's exact height (UX.md, section 9). */
export function BoardWaiting({ unit, under }: { unit: UnitNode; under: boolean }) {
  const isSlow = useSlow();
  const names = under
    ? STATUS_CATEGORIES.map((category) => t(CATEGORY_WORDS[category]))
    : unit.statuses.map((status) => status.name);
  return (
    <div className={styles["page"]} aria-busy="true">
      {isSlow && <BoardNotice text={t("board.slow")} action={t("board.retry")} />}
      <div className={styles["columns"]} aria-label={t("board.loading")} role="group">
        {names.map((name) => (
          <div key={name} className={columnStyles["column"]}>
            <div className={columnStyles["head"]}>
              <span className={columnStyles["name"]}>{name}</span>
            </div>
            {CARDS.map((card) => (
              <div key={card} className={styles["ghost"]} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
