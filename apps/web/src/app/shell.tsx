import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useViewer } from "../features/identity/viewer";
import { cx } from "../lib/cx";
import { setTimeZone } from "../lib/format";
import { usePathname } from "../lib/navigation";
import { useSessionState } from "../lib/session";
import { useStore } from "../lib/store";
import { t } from "../lib/words/words";
import { ErrorBoundary } from "../ui/error-boundary";
import { Header } from "./header";
import { LineBanner } from "./line-banner";
import { PageError } from "./page-error";
import { PanelSlot } from "./panel-slot";
import { Rail, railCollapsed } from "./rail";
import styles from "./shell.module.css";
import { useShellKeys } from "./shell-keys";

const SignInAgain = lazy(async () => ({ default: (await import("./sign-in-again")).SignInAgain }));

/** The frame of every page for the signed in: rail, header, page, right panel. */
export function Shell() {
  const isCollapsed = useStore(railCollapsed);
  const [isRailOpen, setRailOpen] = useState(false);
  const pathname = usePathname();
  const session = useSessionState();
  // Before the pages below format anything.
  setTimeZone(useViewer().timeZone);
  useShellKeys();
  useEffect(() => {
    setRailOpen(false);
  }, [pathname]);
  return (
    <div className={cx(styles["shell"], isCollapsed && styles["collapsed"])}>
      <a href="#page" className={styles["skip"]}>
        {t("app.skip")}
      </a>
      <Rail
        isDrawerOpen={isRailOpen}
        onDrawerClose={() => {
          setRailOpen(false);
        }}
      />
      <div className={styles["top"]}>
        <LineBanner />
        <Header
          onRail={() => {
            setRailOpen((now) => !now);
          }}
        />
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
