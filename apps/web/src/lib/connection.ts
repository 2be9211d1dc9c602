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

export function isOnline(): boolean {
  return line.get().faults.size === 0;
}

export function useLine(): Line {
  return useStore(line);
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

/** Asks the server for a sign of life while requests fail, so that the banner goes away by itself. */
function startProbe(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let attempt = 0;
  const plan = () => {
    timer ??= setTimeout(() => void probe(), PROBE_DELAYS_MS[Math.min(attempt, PROBE_DELAYS_MS.length - 1)]);
  };
  const probe = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    attempt += 1;
    try {
      const answer = await fetch("/health/live", { cache: "no-store" });
      if (answer.ok) reportRepaired("http");
    } catch {
      // Still down: the next try is planned below.
    }
    if (line.get().faults.has("http")) plan();
    else attempt = 0;
  };
  line.subscribe(() => {
    if (line.get().faults.has("http")) plan();
  });
  onRetry(() => {
    if (line.get().faults.has("http")) void probe();
  });
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
