import { createStore, type Store } from "./store";

function read(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    // Closed storage (private mode) or another version's value: the default then.
    return null;
  }
}

/** A small choice of this person on this machine, such as a collapsed rail. `parse` turns what is stored into it. */
export function createPersisted<T>(key: string, parse: (stored: unknown) => T): Store<T> {
  const store = createStore(parse(read(key)));
  store.subscribe(() => {
    try {
      localStorage.setItem(key, JSON.stringify(store.get()));
    } catch {
      // The choice then lasts as long as the page.
    }
  });
  return store;
}
