import { createStore, useStore } from "./store";

/** Whether the open page still has a session. Expired: the sign-in dialog stands over the page, nothing is lost. */
export type SessionState = "open" | "expired";

const state = createStore<SessionState>("open");
let waiting: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | null = null;

export function useSessionState(): SessionState {
  return useStore(state);
}

/**
 * Called where the server answered UNAUTHENTICATED: opens the sign-in dialog once for all that wait.
 *
 * @returns true after a new sign-in (send again), false when the person left instead
 */
export function awaitSignIn(): Promise<boolean> {
  if (!waiting) {
    let settle: (signedIn: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    waiting = { promise, settle };
    state.set("expired");
  }
  return waiting.promise;
}

const renewals = new Set<() => void>();

/** After each sign-in on this page: what was opened under the session before (the socket) opens anew. */
export function onSessionRenewed(listener: () => void): () => void {
  renewals.add(listener);
  return () => renewals.delete(listener);
}

export function reportSessionRenewed(): void {
  for (const listener of [...renewals]) listener();
}

/** The sign-in dialog reports how it ended. */
export function endSignInWait(signedIn: boolean): void {
  const ended = waiting;
  waiting = null;
  state.set("open");
  ended?.settle(signedIn);
}
