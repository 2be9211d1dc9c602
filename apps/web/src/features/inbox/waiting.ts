import type { ReactNode } from "react";
import type { IconName } from "../../ui/icon";

/** One thing that waits for the viewer, of whatever kind. A kind is a hook that answers with a list of these. */
export interface Waiting {
  /** No two alike among all kinds; stands in the address. */
  readonly id: string;
  /** Since when it waits. */
  readonly since: string;
  /** What it is about: things of one issue stand together. */
  readonly issue: { readonly key: string; readonly title: string };
  readonly icon: IconName;
  /** What is asked, in one line. */
  readonly text: string;
  /** The reading pane: what is asked in full, and the answers. It is in the page while the thing is chosen, with its keys. */
  readonly pane: () => ReactNode;
}

/** The oldest first; what else there is of the same issue follows at once (UX.md, section 2). */
export function inTurn(kinds: readonly (readonly Waiting[])[]): Waiting[] {
  const all = kinds.flat().toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
  const byIssue = new Map<string, Waiting[]>();
  for (const one of all) byIssue.set(one.issue.key, [...(byIssue.get(one.issue.key) ?? []), one]);
  return [...byIssue.values()].flat();
}
