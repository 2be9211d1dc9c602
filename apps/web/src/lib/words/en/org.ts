/** features/org: the tree of units, members and heads. */
export const orgWords = {
  "org.tree": "Units",
} as const;
