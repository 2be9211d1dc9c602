import { enFirst } from "./en-first";
import { enLater } from "./en-later";

/** The source of all words. ICU: whole sentences inside plural arms, and no text glued together in code. */
export const en = { ...enFirst, ...enLater } as const;
