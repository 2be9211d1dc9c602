const AT_LATEST_MS = 500;
/** Safari has no idle callbacks. */
const FALLBACK_MS = 60;

/** Runs when the browser has nothing else to do. @returns calls it off */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(run, FALLBACK_MS);
    return () => {
      clearTimeout(timer);
    };
  }
  const id = requestIdleCallback(run, { timeout: AT_LATEST_MS });
  return () => {
    cancelIdleCallback(id);
  };
}
