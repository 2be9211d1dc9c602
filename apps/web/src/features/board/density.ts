import { createPersisted } from "../../lib/persisted";

export const DENSITIES = ["compact", "normal", "detailed"] as const;
export type Density = (typeof DENSITIES)[number];

/** Fixed heights, as in tokens.css: what lets the board compute places without measuring (UX.md, section 3). */
export const CARD_HEIGHT = { compact: 44, normal: 72, detailed: 112 } as const satisfies Record<
  Density,
  number
>;
export const CARD_GAP = 8;
export const LIST_PADDING = 8;

export const density = createPersisted<Density>(
  "stafeta.board.density",
  (stored) => DENSITIES.find((one) => one === stored) ?? "normal",
);

/** Per board, on this machine: the columns that are folded to a strip. */
export function collapsedColumns(boardKey: string) {
  return createPersisted<readonly string[]>(`stafeta.board.collapsed.${boardKey}`, (stored) =>
    Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [],
  );
}
