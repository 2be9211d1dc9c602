import { createStore, useStore } from "./store";

/** What is known to be broken; the line is up when nothing is. */
export type LineFault = "browser" | "http" | "socket";

interface Line {
  readonly faults: ReadonlySet<LineFault>;
  /** When the first fault came, in ms of `Date.now()`; null while the line is up. */
  readonly since: number | null;
}

const line = createStore<Line>({ faults: new Set(), since: null });
const retryListeners = new Set<() => void>();

export function reportFault(fault: LineFault): void {
  line.update((now) =>
    now.faults.has(fault) ? now : { faults: new Set([...now.faults, fault]), since: now.since ?? Date.now() },
  );
}

export function reportRepaired(fault: LineFault): void {
  line.update((now) => {
    if (!now.faults.has(fault)) return now;
    const faults = new Set([...now.faults].filter((other) => other !== fault));
    return { faults, since: faults.size === 0 ? null : now.since };
  });
}

/** Requests get through. Without the live socket alone, work goes on; only others' changes are not seen. */
function carries({ faults }: Line): boolean {
  return !faults.has("browser") && !faults.has("http");
}

export function isOnline(): boolean {
  return carries(line.get());
}

export type LineState = "up" | "noLive" | "offline";

export function useLine(): { readonly state: LineState; readonly since: number | null } {
  const now = useStore(line);
  if (now.since === null) return { state: "up", since: null };
  return { state: carries(now) ? "noLive" : "offline", since: now.since };
}

/** Told at once when the line comes back or goes: a queue of waiting moves sends itself then. */
export function onLineChange(listener: (online: boolean) => void): () => void {
  let before = isOnline();
  return line.subscribe(() => {
    const now = isOnline();
    if (now !== before) {
      before = now;
      listener(now);
    }
  });
}

/** What tries to reconnect (socket, probe) does so at once when the person asks for it. */
export function onRetry(listener: () => void): () => void {
  retryListeners.add(listener);
  return () => retryListeners.delete(listener);
}

export function retryNow(): void {
  for (const listener of [...retryListeners]) listener();
}

const PROBE_DELAYS_MS = [1000, 2000, 5000, 10_000] as const;

/**
 * Asks the server for a sign of life while something is broken, so that the banner goes away by itself. A dropped socket
 * asks at once and then again: a server that is stopping still answers at first.
 */
function startProbe(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let attempt = 0;
  const isNeeded = () => line.get().faults.has("http") || line.get().faults.has("socket");
  const plan = () => {
    timer ??= setTimeout(() => void probe(), PROBE_DELAYS_MS[Math.min(attempt, PROBE_DELAYS_MS.length - 1)]);
  };
  const probe = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    attempt += 1;
    if (await isAlive()) reportRepaired("http");
    else reportFault("http");
    if (isNeeded()) plan();
    else attempt = 0;
  };
  line.subscribe(() => {
    if (!isNeeded()) attempt = 0;
    else if (attempt === 0 && line.get().faults.has("socket")) void probe();
    else plan();
  });
  onRetry(() => {
    if (isNeeded()) void probe();
  });
}

async function isAlive(): Promise<boolean> {
  try {
    return (await fetch("/health/live", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Once per page. */
export function watchConnection(): void {
  addEventListener("offline", () => {
    reportFault("browser");
  });
  addEventListener("online", () => {
    reportRepaired("browser");
    retryNow();
  });
  if (!navigator.onLine) reportFault("browser");
  startProbe();
}
