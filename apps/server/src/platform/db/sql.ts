/** Collects the values of a statement while its text is made: every value is bound, none is written into the text. */
export class Sql {
  readonly values: unknown[] = [];

  /** The placeholder of a value. Ids go as text and are cast where they are compared. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  id(value: string): string {
    return `${this.param(value)}::bigint`;
  }

  ids(values: readonly string[]): string {
    return `${this.param(values)}::bigint[]`;
  }
}
