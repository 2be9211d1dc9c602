/** A field that is asked for, with what is asked of what it gives. */
export interface Sel {
  readonly field: string;
  /** Under another name in the answer. */
  readonly as?: string;
  /** Of a list below a record. */
  readonly first?: number;
  readonly of?: readonly Sel[];
}

export function printSelection(selection: readonly Sel[]): string {
  const parts = selection.map(({ field, as, first, of }) => {
    const name = as === undefined ? field : `${as}: ${field}`;
    const args = first === undefined ? "" : `(first: ${String(first)})`;
    return `${name}${args}${of ? ` ${printSelection(of)}` : ""}`;
  });
  return `{ ${parts.join(" ")} }`;
}

/** Any text: what is opaque to clients, such as a cursor. */
export const ANY_TEXT = Symbol("any text");

/** Any value: what is compared by itself. */
export const ANYTHING = Symbol("anything");

/** A list whose order no rule names. */
export class InAnyOrder {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}
