import { createStore, useStore } from "../lib/store";

export type Urgency = "polite" | "assertive";

/** Screen readers lose messages that follow one another faster. */
export const ANNOUNCE_EVERY_MS = 500;

interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

const spoken = createStore<Spoken>({ polite: "", assertive: "" });
let waiting: { text: string; urgency: Urgency } | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

function speak(text: string, urgency: Urgency): void {
  spoken.update((now) => {
    // The same words twice would not be read again; an invisible mark makes them another text.
    const next = now[urgency] === text ? `${text}\u00a0` : text;
    return { ...now, [urgency]: next };
  });
  timer = setTimeout(() => {
    timer = null;
    const next = waiting;
    waiting = null;
    if (next) speak(next.text, next.urgency);
  }, ANNOUNCE_EVERY_MS);
}

/**
 * Says something to screen readers. At most one message per half second: of several in between, the newest is said, but
 * a refusal (assertive) is not pushed out by a polite one.
 */
export function announce(text: string, urgency: Urgency = "polite"): void {
  if (timer === null) {
    speak(text, urgency);
    return;
  }
  if (waiting?.urgency === "assertive" && urgency === "polite") return;
  waiting = { text, urgency };
}

/** The two live regions; once per page, and in the page before anything is said. */
export function Announcer() {
  const { polite, assertive } = useStore(spoken);
  return (
    <>
      <div role="status" aria-live="polite" className="visually-hidden" data-testid="announcer">
        {polite}
      </div>
      <div role="alert" aria-live="assertive" className="visually-hidden">
        {assertive}
      </div>
    </>
  );
}
