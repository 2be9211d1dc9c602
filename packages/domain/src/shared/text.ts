import { allow, badInput, type Decision, type Refusal } from "./decision.js";

export const TITLE_MAX = 500;
export const TEXT_MAX = 100_000;

/** Embeddings, overrides and isolates: they turn the text around them (TXT-07). The marks that Arabic and Hebrew need stay. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
/** PostgreSQL stores no NUL and no half of a surrogate pair (TXT-05). */
const UNSTORABLE = /\0|\p{Surrogate}/u;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Nothing that anybody could see: blanks, control and format characters, fillers. */
const INVISIBLE_ONLY = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u;

/** Of a text without lone surrogates: what a person counts, an emoji as one or a few and not as twice that. */
export function codePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
}

function faultOf(text: string, field: string, max: number): Refusal | null {
  if (UNSTORABLE.test(text)) return badInput(field, "text.invalidCharacters");
  return codePoints(text) > max ? badInput(field, "text.tooLong", { max }) : null;
}

export function isBlank(text: string): boolean {
  return INVISIBLE_ONLY.test(text);
}

/** Text that may be empty, such as a description. The length is counted in code points; TXT-05, TXT-07. */
export function cleanText(text: string, field: string, maxLength: number = TEXT_MAX): Decision<string> {
  const clean = text.replace(BIDI_CONTROLS, "");
  return faultOf(clean, field, maxLength) ?? allow(clean);
}

/** Text of several lines that must say something, such as a comment or a reason. */
export function cleanRequiredText(
  text: string,
  field: string,
  maxLength: number = TEXT_MAX,
): Decision<string> {
  return isBlank(text) ? badInput(field, "text.required") : cleanText(text, field, maxLength);
}

/** A title or name: one line, trimmed, never blank, up to 500 code points; TXT-05, TXT-07. */
export function cleanTitle(text: string, field: string, maxLength: number = TITLE_MAX): Decision<string> {
  if (isBlank(text)) return badInput(field, "text.required");
  const clean = text.replace(BIDI_CONTROLS, "").replace(LINE_BREAKS, " ").trim();
  return faultOf(clean, field, maxLength) ?? allow(clean);
}

/** Section 9, TXT-01: what search compares: case and ё do not count. */
export function foldForSearch(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}
