import { dirname } from "node:path";

/** The checkout; the commands work from wherever they are called. */
export const ROOT = dirname(dirname(import.meta.dirname));
