import { useSyncExternalStore } from "react";

/** Many small values by key, each followed by itself: a change of one card's mark draws that card alone. */
export interface KeyedStore<V> {
  get(key: string): V;
  set(key: string, value: V): void;
  keys(): readonly string[];
  subscribe(key: string, listener: () => void): () => void;
}

/** @param rest what an absent key reads as; a key set to it is forgotten */
export function createKeyedStore<V>(rest: V, isSame: (a: V, b: V) => boolean = Object.is): KeyedStore<V> {
  const values = new Map<string, V>();
  const listeners = new Map<string, Set<() => void>>();
  const get = (key: string) => values.get(key) ?? rest;
  return {
    get,
    set: (key, value) => {
      if (isSame(get(key), value)) return;
      if (isSame(rest, value)) values.delete(key);
      else values.set(key, value);
      for (const listener of [...(listeners.get(key) ?? [])]) listener();
    },
    keys: () => [...values.keys()],
    subscribe: (key, listener) => {
      const group = listeners.get(key) ?? new Set();
      listeners.set(key, group.add(listener));
      return () => {
        group.delete(listener);
        if (group.size === 0 && listeners.get(key) === group) listeners.delete(key);
      };
    },
  };
}

export function useKeyed<V>(store: KeyedStore<V>, key: string): V {
  return useSyncExternalStore(
    (listener) => store.subscribe(key, listener),
    () => store.get(key),
  );
}
