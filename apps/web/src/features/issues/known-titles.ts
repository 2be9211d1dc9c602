import type { ApolloCache } from "@apollo/client";
import { ISSUE_TITLE } from "./issue-title.graphql";

const MAX_KEPT = 5_000;
const idOfKey = new Map<string, string>();

/** Cards know their issues' keys; the cache knows issues by id alone. */
export function noteKeys(issues: readonly { readonly id: string; readonly key: string }[]): void {
  if (idOfKey.size > MAX_KEPT) idOfKey.clear();
  for (const { id, key } of issues) idOfKey.set(key, id);
}

export function knownTitle(cache: ApolloCache, key: string): string | null {
  const id = idOfKey.get(key);
  if (id === undefined) return null;
  return cache.readFragment({ id: `Issue:${id}`, fragment: ISSUE_TITLE })?.title ?? null;
}
