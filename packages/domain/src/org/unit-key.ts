const UNIT_KEY = /^[A-Z][A-Z0-9]{1,9}$/;
const ISSUE_KEY = /^([A-Z][A-Z0-9]{1,9})-([1-9]\d{0,9})$/;

/** Section 1: two to ten signs, unique in the company, never changed. */
export function isUnitKey(text: string): boolean {
  return UNIT_KEY.test(text);
}

/** Section 1: given to an issue at its creation, never changed or reused. */
export function issueKeyOf(unitKey: string, number: number): string {
  return `${unitKey}-${String(number)}`;
}

/** Null when the text is no issue's key: "DEV-012" is not. */
export function parseIssueKey(text: string): { readonly unitKey: string; readonly number: number } | null {
  const [, unitKey, number] = ISSUE_KEY.exec(text) ?? [];
  return unitKey === undefined || number === undefined ? null : { unitKey, number: Number(number) };
}
