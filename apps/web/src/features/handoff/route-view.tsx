import { formatList } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import type { RouteStep, UnitRef } from "./handoff-model";
import styles from "./handoff.module.css";

interface RouteViewProps {
  readonly from: UnitRef;
  readonly to: UnitRef;
  /** Null while it is computed. */
  readonly route: readonly RouteStep[] | null;
}

/** H1: the way of a hand-off, drawn with the names of those who will answer. */
export function RouteView({ from, to, route }: RouteViewProps) {
  return (
    <ol className={styles["route"]} aria-label={t("handoff.route")} aria-busy={route === null}>
      <li className={styles["stop"]}>
        <Icon name="status-todo" />
        <span>{t("handoff.route.from", { unit: from.name })}</span>
      </li>
      {route?.map((step) => (
        <RouteStop key={step.unit.id} step={step} />
      ))}
      <li className={styles["stop"]}>
        <Icon name="user" />
        <span>{t("handoff.route.to", { unit: to.name })}</span>
      </li>
    </ol>
  );
}

/** Whoever may act on a step themselves has nothing to wait for there. */
function RouteStop({ step: { unit, heads, yours } }: { step: RouteStep }) {
  const names = heads.length === 0 ? t("handoff.route.nobody") : formatList(heads.map(({ name }) => name));
  return (
    <li className={styles["stop"]}>
      <Icon name={yours ? "check" : "clock"} className={yours ? styles["accepted"] : styles["waiting"]} />
      <span>
        {yours
          ? t("handoff.route.yours", { unit: unit.name })
          : t("handoff.route.step", { unit: unit.name, heads: names })}
      </span>
    </li>
  );
}
