import { createStore, useStore } from "./store";

/** The life of one change on its way to the server, as the header's indicator shows it. */
export type SaveState = "saving" | "waiting" | "failed";

export interface Save {
  readonly id: number;
  readonly state: SaveState;
  /** What was being done, for the list behind "1 failed: show". */
  readonly label: string;
  /** Of a failed one: why, in words. */
  readonly reason?: string;
  readonly retry?: () => void;
}

/** What whoever sends a change reports to; after `done` or `dismiss` a ticket does nothing more. */
export interface SaveTicket {
  /** On its way (again). */
  readonly saving: () => void;
  /** No line: kept, and sent when it is back. */
  readonly waiting: () => void;
  readonly failed: (reason: string, retry?: () => void) => void;
  readonly done: () => void;
}

const saves = createStore<readonly Save[]>([]);
let nextId = 1;

export function openSave(label: string): SaveTicket {
  const id = nextId++;
  saves.update((all) => [...all, { id, state: "saving", label }]);
  const replace = (change: Omit<Save, "id" | "label">) => {
    saves.update((all) => all.map((save) => (save.id === id ? { id, label, ...change } : save)));
  };
  return {
    saving: () => {
      replace({ state: "saving" });
    },
    waiting: () => {
      replace({ state: "waiting" });
    },
    failed: (reason, retry) => {
      replace({ state: "failed", reason, ...(retry && { retry }) });
    },
    done: () => {
      saves.update((all) =>
        all.some((save) => save.id === id) ? all.filter((save) => save.id !== id) : all,
      );
    },
  };
}

/** Takes a failed one off the list: the person has seen it and lets it be. */
export function dismissSave(id: number): void {
  saves.update((all) => all.filter((save) => save.id !== id || save.state !== "failed"));
}

export interface SaveSummary {
  readonly saving: number;
  readonly waiting: number;
  readonly failed: readonly Save[];
}

export function summarise(all: readonly Save[]): SaveSummary {
  return {
    saving: all.filter((save) => save.state === "saving").length,
    waiting: all.filter((save) => save.state === "waiting").length,
    failed: all.filter((save) => save.state === "failed"),
  };
}

export function useSaves(): SaveSummary {
  return summarise(useStore(saves));
}

export function currentSaves(): readonly Save[] {
  return saves.get();
}

/** Whether leaving the page now would lose something. */
export function hasUnsaved(): boolean {
  return saves.get().some((save) => save.state !== "failed");
}
