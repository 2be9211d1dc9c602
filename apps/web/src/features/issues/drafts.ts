import { useCallback, useEffect, useRef, useState } from "react";

const SAVE_EVERY_MS = 500;
const PREFIX = "stafeta.draft.";

interface Stored {
  readonly text: string;
  /** What the text was based on (I5): a later save still knows that somebody else wrote meanwhile. */
  readonly revision: number | null;
}

function read(key: string): Stored | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    if (typeof parsed !== "object" || parsed === null || !("text" in parsed)) return null;
    const { text } = parsed;
    const revision = "revision" in parsed && typeof parsed.revision === "number" ? parsed.revision : null;
    return typeof text === "string" ? { text, revision } : null;
  } catch {
    // Closed storage or a broken entry: there is no draft then.
    return null;
  }
}

function write(key: string, draft: Stored | null): void {
  try {
    if (draft === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // The text then lives as long as the page.
  }
}

export interface Draft {
  readonly text: string;
  /** What the text is based on. */
  readonly revision: number | null;
  /** The text comes from an earlier visit, not from the record. */
  readonly isRestored: boolean;
  change(text: string): void;
  /** Forgets it and returns to the record's text. */
  discard(): void;
}

/**
 * A text that is being written. It is kept on this machine every 500 ms and when the page goes away, so that no Escape,
 * reload, crash or ended session loses it (UX.md, section 7).
 *
 * @param key      names the person, the record and the field
 * @param original the record's text now, and its revision
 */
export function useDraft(key: string, original: string, revision: number | null): Draft {
  const [state, setState] = useState(() => {
    const stored = read(key);
    const isRestored = stored !== null && stored.text !== original;
    return isRestored ? { ...stored, isRestored } : { text: original, revision, isRestored };
  });
  const unsaved = useRef<Stored | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const flush = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (unsaved.current) write(key, unsaved.current);
    unsaved.current = null;
  }, [key]);
  useEffect(() => {
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  const change = (text: string) => {
    setState((now) => ({ ...now, text }));
    unsaved.current = { text, revision: state.revision };
    timer.current ??= setTimeout(flush, SAVE_EVERY_MS);
  };
  const discard = () => {
    unsaved.current = null;
    flush();
    write(key, null);
    setState({ text: original, revision, isRestored: false });
  };
  return { ...state, change, discard };
}

/** It was sent, and has arrived: for a form that is closed before the answer comes. */
export function forgetDraft(key: string): void {
  write(key, null);
}

/** Whether something unsaved was left behind: the editor then opens by itself. */
export function hasDraft(key: string, original: string): boolean {
  const stored = read(key);
  return stored !== null && stored.text !== original;
}
