/** The ten colours that a label may have; each is a pair of tokens, `--label-NAME-bg` and `--label-NAME`. */
export const LABEL_COLOURS = [
  "grey",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "indigo",
  "purple",
  "pink",
] as const;
export type LabelColour = (typeof LABEL_COLOURS)[number];

export function isLabelColour(text: string): text is LabelColour {
  return (LABEL_COLOURS as readonly string[]).includes(text);
}

/** The same text has the same colour everywhere and for everyone. */
export function colourOf(text: string): LabelColour {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return LABEL_COLOURS[sum % LABEL_COLOURS.length] ?? "grey";
}
