import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { refreshViewer, useFreshWhenSeen } from "../features/identity/keep-fresh";
import { useViewer } from "../features/identity/viewer";
import { refreshUnits } from "../features/org/units";
import { cx } from "../lib/cx";
import { setTimeZone } from "../lib/format";
import { usePathname } from "../lib/navigation";
import { useSessionState } from "../lib/session";
import { useStore } from "../lib/store";
import { t, withWords } from "../lib/words/words";
import { ErrorBoundary } from "../ui/error-boundary";
import { Header } from "./header";
import { LineBanner } from "./line-banner";
import { PageError } from "./page-error";
import { PanelSlot } from "./panel-slot";
import { Rail, railCollapsed } from "./rail";
import styles from "./shell.module.css";
import { useShellKeys } from "./shell-keys";

const SignInAgain = lazy(async () => ({ default: (await withWords(import("./sign-in-again"))).SignInAgain }));

async function refreshRights(): Promise<void> {
  await refreshViewer();
  await refreshUnits();
}

/** On a narrow window the rail is a drawer; it belongs to the page on which it was opened, and goes with it. */
function useDrawer(pathname: string) {
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return {
    isOpen,
    close: () => {
      setOpenAt(null);
    },
    toggle: () => {
      setOpenAt(isOpen ? null : pathname);
    },
  };
}

/** The frame of every page for the signed in: rail, header, page, right panel. */
export function Shell() {
  const isCollapsed = useStore(railCollapsed);
  const pathname = usePathname();
  const drawer = useDrawer(pathname);
  const session = useSessionState();
  // Before the pages below format anything.
  setTimeZone(useViewer().timeZone);
  useFreshWhenSeen(refreshRights);
  useShellKeys();
  return (
    <div className={cx(styles["shell"], isCollapsed && styles["collapsed"])}>
      <a href="#page" className={styles["skip"]}>
        {t("app.skip")}
      </a>
      <Rail isDrawerOpen={drawer.isOpen} onDrawerClose={drawer.close} />
      <div className={styles["top"]}>
        <LineBanner />
        <Header onRail={drawer.toggle} />
      </div>
      <div className={styles["page"]}>
        <main id="page" tabIndex={-1} className={styles["main"]}>
          <ErrorBoundary
            resetKey={pathname}
            fallback={(error, retry) => <PageError error={error} reset={retry} />}
          >
            <Outlet />
          </ErrorBoundary>
        </main>
        <PanelSlot />
      </div>
      {session === "expired" && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </div>
  );
}
