/** features/board: keys begin with `board.`. */
export const boardWords = {
  "board.title": "Board of {unit}",
} as const;
