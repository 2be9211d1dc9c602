/** features/handoff: keys begin with `handoff.`. */
export const handoffWords = {
  "handoff.row": "{from} → {to}",
  "handoff.by": "{name} hands it off",
} as const;
