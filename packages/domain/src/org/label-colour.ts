import { allow, badInput, type Decision } from "../shared/decision.js";

/** UX.md, section 3: a label has one of ten colours; of each: background and text, light and dark. */
const LABEL_COLOURS = {
  grey: ["E6E9EE", "3B4454", "2E3542", "D3D9E3"],
  red: ["FCE4E2", "9B1C14", "46201E", "FFB3AD"],
  orange: ["FFE8D6", "8A3F00", "43280F", "FFC08A"],
  yellow: ["FFF0C2", "6B4E00", "3A2F0C", "F2D06B"],
  green: ["DFF4E8", "12613E", "12352A", "8FE0B5"],
  teal: ["D8F3F3", "0B5C63", "0F3538", "7FDDE0"],
  blue: ["E4EDFD", "1A4FB3", "1E2F52", "A6C8FF"],
  indigo: ["E8E7FD", "443CB8", "2B2958", "C3BFFF"],
  purple: ["F3E4FB", "74269B", "3B2148", "E2B6F7"],
  pink: ["FCE3EF", "98185B", "451F33", "FFB0D2"],
} as const;

export type LabelColour = keyof typeof LABEL_COLOURS;
export const LABEL_COLOUR_NAMES = Object.keys(LABEL_COLOURS) as LabelColour[];

/** @param text a name, or any of its hexadecimal values; null: grey. @returns the name, which is what is stored */
export function cleanLabelColour(text: string | null, field = "color"): Decision<LabelColour> {
  if (text === null) return allow("grey");
  const wanted = text.trim().toLowerCase();
  const hex = wanted.replace(/^#/, "").toUpperCase();
  const found = LABEL_COLOUR_NAMES.find(
    (name) => name === wanted || (LABEL_COLOURS[name] as readonly string[]).includes(hex),
  );
  return found === undefined ? badInput(field, "value.notOffered") : allow(found);
}
