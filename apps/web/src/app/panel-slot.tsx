import { lazy, Suspense, useEffect } from "react";
import { useIssueParam } from "../lib/navigation";
import { t, withWords } from "../lib/words/words";
import { ErrorBoundary } from "../ui/error-boundary";
import { hasOpenLayer } from "../ui/layers";
import { PageError } from "./page-error";
import { PageWaiting } from "./page-waiting";
import styles from "./panel-slot.module.css";

const IssuePanel = lazy(async () => ({
  default: (await withWords(import("./panel-with-parts"))).PanelWithParts,
}));

/** Esc closes the panel when nothing above it took the key: a menu, a lifted card, a field that is being edited. */
function useEscapeCloses(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || hasOpenLayer()) return;
      event.preventDefault();
      close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [isOpen, close]);
}

/** The right panel: the issue that the address names (`?issue=DEV-12`). Esc and Back close it. */
export function PanelSlot() {
  const { issueKey, close } = useIssueParam();
  useEscapeCloses(issueKey !== undefined, close);
  if (issueKey === undefined) return null;
  return (
    <aside aria-label={t("panel.label")} className={styles["panel"]}>
      <ErrorBoundary
        resetKey={issueKey}
        fallback={(error, retry) => <PageError error={error} reset={retry} />}
      >
        <Suspense fallback={<PageWaiting />}>
          <IssuePanel issueKey={issueKey} onClose={close} />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}
