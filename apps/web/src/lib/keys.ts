export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The Latin letter of a key: what it types, or, where the layout types no Latin letter (Cyrillic), the letter printed
 * on that key of a Latin keyboard. Null for everything else.
 */
export function latinLetter(press: Pick<KeyPress, "key" | "code">): string | null {
  if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase();
  // A letter of another alphabet, not a digit, a sign or a named key.
  if (!/^\p{L}$/u.test(press.key) || /^\p{Script=Latin}$/u.test(press.key)) return null;
  const match = /^Key([A-Z])$/.exec(press.code);
  return match?.[1]?.toLowerCase() ?? null;
}
