import { lazy, Suspense } from "react";
import { useViewer, type Viewer } from "../features/identity/viewer";
import { useUnitPath } from "../features/org/units";
import { Link, useUnitKeyParam } from "../lib/navigation";
import { t, withWords } from "../lib/words/words";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { headerActions, headerTools } from "../ui/slot";
import styles from "./header.module.css";
import { SaveIndicator } from "./save-indicator";
import { UserMenu } from "./user-menu";

const ActingFor = lazy(async () => ({
  default: (await withWords(import("../features/org/deputies/acting-for"))).ActingFor,
}));

const NoticeBell = lazy(async () => ({
  default: (await withWords(import("../features/notices/notice-bell"))).NoticeBell,
}));

/** Section 1: a boss's rights without a boss's membership come from a boss whom they act for today. */
function isDeputy({ isBoss, memberships }: Viewer): boolean {
  const isThemselves = memberships.some(
    ({ role, unit }) => role.builtIn && role.base === "MANAGER" && unit.kind === "COMPANY",
  );
  return isBoss && !isThemselves;
}

export function Header({ onRail }: { onRail: () => void }) {
  const unitKey = useUnitKeyParam();
  const viewer = useViewer();
  return (
    <header className={styles["header"]}>
      <span className={styles["railButton"]}>
        <IconButton icon="rail" label={t("rail.open")} onClick={onRail} />
      </span>
      {unitKey !== undefined && (
        <>
          <Breadcrumb unitKey={unitKey} />
          <ViewTabs unitKey={unitKey} />
        </>
      )}
      <headerTools.Outlet className={styles["tools"]} />
      {isDeputy(viewer) && (
        <span className={styles["acting"]}>
          <Suspense>
            <ActingFor />
          </Suspense>
        </span>
      )}
      <SaveIndicator />
      <headerActions.Outlet className={styles["actions"]} />
      <Suspense fallback={<IconButton icon="bell" label={t("notices.bell")} busy />}>
        <NoticeBell />
      </Suspense>
      <UserMenu className={styles["user"]} />
    </header>
  );
}

function Breadcrumb({ unitKey }: { unitKey: string }) {
  const path = useUnitPath(unitKey);
  return (
    <nav aria-label={t("header.breadcrumb")} className={styles["where"]}>
      <ol className={styles["crumbs"]}>
        {path.map((unit, index) => (
          <li key={unit.id} className={styles["crumb"]}>
            {index > 0 && <Icon name="chevron-right" className={styles["step"]} />}
            {unit.key === unitKey ? (
              <span aria-current="page" className={styles["here"]}>
                {unit.name}
              </span>
            ) : (
              <Link to="/board/$unitKey" params={{ unitKey: unit.key }} title={unit.name}>
                {unit.name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ViewTabs({ unitKey }: { unitKey: string }) {
  const params = { unitKey };
  return (
    <nav aria-label={t("header.views")} className={styles["tabs"]}>
      <Link to="/board/$unitKey" params={params} className={styles["tab"]}>
        <Icon name="board" />
        <span>{t("view.board")}</span>
      </Link>
      <Link to="/unit/$unitKey" params={params} className={styles["tab"]}>
        <Icon name="users" />
        <span>{t("view.members")}</span>
      </Link>
    </nav>
  );
}
