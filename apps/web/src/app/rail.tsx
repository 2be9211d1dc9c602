import { useRef } from "react";
import { useViewer } from "../features/identity/viewer";
import { UnitTreeNav } from "../features/org/unit-tree";
import { cx } from "../lib/cx";
import { Link } from "../lib/navigation";
import { createPersisted } from "../lib/persisted";
import { useStore } from "../lib/store";
import { t } from "../lib/words/words";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { useLayer } from "../ui/layers";
import styles from "./rail.module.css";
import { RailWork } from "./rail-work";

/** Remembered per person and machine; key N. */
export const railCollapsed = createPersisted("stafeta.rail", (stored) => stored === true);

export function toggleRail(): void {
  railCollapsed.update((now) => !now);
}

interface RailProps {
  /** On a narrow window the rail is a drawer over the page. */
  isDrawerOpen: boolean;
  onDrawerClose: () => void;
}

export function Rail({ isDrawerOpen, onDrawerClose }: RailProps) {
  const isCollapsed = useStore(railCollapsed) && !isDrawerOpen;
  const { isAdmin, isBoss } = useViewer();
  const ref = useRef<HTMLElement>(null);
  useLayer(isDrawerOpen, onDrawerClose, [ref]);
  const classes = cx(styles["rail"], isCollapsed && styles["collapsed"], isDrawerOpen && styles["drawer"]);
  return (
    <nav ref={ref} aria-label={t("rail.label")} className={classes}>
      <div className={styles["brand"]}>
        <Link to="/" className={styles["name"]} title={t("rail.home")}>
          <img src="/favicon.svg" alt={isCollapsed ? t("app.name") : ""} width={24} height={24} />
          {!isCollapsed && t("app.name")}
        </Link>
        <IconButton
          icon="rail"
          label={isCollapsed ? t("rail.expand") : t("rail.collapse")}
          aria-keyshortcuts="N"
          aria-expanded={!isCollapsed}
          onClick={isDrawerOpen ? onDrawerClose : toggleRail}
        />
      </div>
      <RailWork isCompact={isCollapsed} />
      <div className={styles["tree"]}>
        <UnitTreeNav isCompact={isCollapsed} />
      </div>
      {(isAdmin || isBoss) && (
        <div className={styles["foot"]}>
          <Link to="/people" className={styles["link"]} title={t("rail.people")}>
            <Icon name="users" {...(isCollapsed && { label: t("rail.people") })} />
            {!isCollapsed && t("rail.people")}
          </Link>
          <Link to="/roles" className={styles["link"]} title={t("rail.roles")}>
            <Icon name="shield" {...(isCollapsed && { label: t("rail.roles") })} />
            {!isCollapsed && t("rail.roles")}
          </Link>
        </div>
      )}
    </nav>
  );
}
