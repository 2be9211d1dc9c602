/**
 * Ends the start with exactly one line, which names the setting at fault: no stack and no password
 * (CONTRACT.md, "Settings"). Whatever else is thrown while starting is a bug and is shown in full.
 */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly setting: string;

  /** @param reason follows the setting's name, as in "PORT is in use" */
  constructor(setting: string, reason: string) {
    super(oneLine(`${setting} ${reason}`));
    this.setting = setting;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** What went wrong, in a word or a sentence, for the tail of a StartError; never the stack. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  // Of several addresses (::1, 127.0.0.1) each fails by itself, and the sum of them has no message.
  if (error instanceof AggregateError && error.message === "") return reasonOf(error.errors[0]);
  return error.message === "" ? codeOf(error) : error.message;
}

/** The `code` of an error of Node.js (ENOENT) or of PostgreSQL (57P03); "" where there is none. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
