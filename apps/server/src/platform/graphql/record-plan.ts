import { canRead, type FieldPolicy } from "@stafeta/domain/rights/field-policy";
import type { Hats } from "@stafeta/domain/rights/hats";
import type { RowHats } from "@stafeta/domain/rights/row-hats";
import type { Row } from "../db/database.js";
import { isLeftOut, type FieldUse, type Selection } from "./selection.js";

/**
 * Where a field of a record comes from. `C` is what one reading of such records carries (scope, statement, variables).
 */
export interface FieldSource<C> {
  /** SQL of the columns that the value is made from. Not asked for where no row of the reading may show the field. */
  readonly columns?: (reading: C) => readonly string[];
  /**
   * JavaScript for the value: `$0`, `$1` stand for the columns, `v` for the reading's helpers, `bits` for the viewer's
   * hats on the row, `n(r)` for what `load` found. A fixed text of ours; nothing of a client's ever enters it.
   */
  readonly value: string;
  /** Fetches what hangs below, for all rows at once: one statement, whatever their number. */
  readonly load?: (reading: C, uses: readonly FieldUse[], rows: readonly Row[]) => Promise<Lookup>;
  /** Whether the value hangs on more than the hats on the row: other records, or the person who asks. */
  readonly isPersonal?: boolean;
}

/** The value below a row. */
export type Lookup = (row: Row) => unknown;

export interface RecordType<C> {
  /** The schema's name, for `extensions.redacted`. */
  readonly name: string;
  /** Columns that stand after the stamp in every statement: first what identifies the row, then what hats hang on. */
  readonly base: readonly string[];
  /** Positions in `base` that the reader of the rows looks at itself, whatever is selected; the first is always kept. */
  readonly kept?: readonly number[];
  readonly fields: Readonly<Record<string, FieldSource<C>>>;
  readonly policies: Readonly<Record<string, FieldPolicy>>;
}

type Sight = "ALL" | "SOME" | "NONE";

function sightOf(policy: FieldPolicy, hats: RowHats): Sight {
  if (canRead(policy, hats.common)) return "ALL";
  return canRead(policy, hats.possible) ? "SOME" : "NONE";
}

/** The position of the first base column in a row: the stamp stands before it. */
export const FIRST_COLUMN = 1;

interface Asked<C> {
  readonly name: string;
  readonly source: FieldSource<C>;
  readonly uses: readonly FieldUse[];
  readonly sight: Sight;
}

type Build = (
  r: Row,
  v: unknown,
  n: readonly (Lookup | null)[],
  h: Uint8Array,
  bits: Hats,
  may: (index: number, bits: Hats) => boolean,
) => object;

interface Builder {
  readonly build: Build;
  readonly needsHats: boolean;
  /** The base columns of this reading. */
  readonly base: readonly string[];
}

/** A column that neither hats nor values need keeps its place and comes as null: rows by the hundred, of fewer bytes. */
function baseOf<C>(type: RecordType<C>, asked: readonly Asked<C>[], needsHats: boolean): readonly string[] {
  const shown = asked.filter((field) => field.sight !== "NONE").map((field) => field.source);
  if (needsHats || shown.some((source) => source.load)) return type.base;
  const isRead = (at: number) => shown.some((source) => source.value.includes(`r[${String(at)}]`));
  const isKept = (at: number) => at === 0 || type.kept?.includes(at) === true;
  return type.base.map((column, at) => (isKept(at) || isRead(FIRST_COLUMN + at) ? column : "null"));
}

/** R9: `bits` is a plain number but for wearers of custom roles, who ask the policy itself. */
function readsText(index: number, read: FieldPolicy["read"], isCustom: boolean): string {
  return isCustom ? `may(${String(index)}, bits)` : `(bits & ${String(read)}) !== 0`;
}

function fieldText<C>(asked: Asked<C>, index: number, at: number, reads: string): string {
  if (asked.sight === "NONE") return `${asked.name}: (h[${String(index)}] = 1, null)`;
  const value = asked.source.value
    .replace(/\$(\d)/g, (_, column: string) => `r[${String(at + Number(column))}]`)
    .replaceAll("n(r)", `n[${String(index)}](r)`);
  if (asked.sight === "ALL") return `${asked.name}: ${value}`;
  return `${asked.name}: ${reads} ? ${value} : (h[${String(index)}] = 1, null)`;
}

/** One object literal, generated once for a selection and a shape of rights (PERFORMANCE.md, "How a hot read works"). */
function builderOf<C>(
  type: RecordType<C>,
  asked: readonly Asked<C>[],
  counts: readonly number[],
  isCustom: boolean,
): Builder {
  let at = FIRST_COLUMN + type.base.length;
  const parts = asked.map((field, index) => {
    const reads = readsText(index, type.policies[field.name]?.read ?? "ANYONE", isCustom);
    const text = fieldText(field, index, at, reads);
    at += counts[index] ?? 0;
    return text;
  });
  const source = `return { ${parts.join(", ")} };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- its text comes from the tables of fields alone
  const build = new Function("r", "v", "n", "h", "bits", "may", source) as Build;
  const needsHats =
    asked.some((field) => field.sight === "SOME") || asked.some((f) => f.source.value.includes("bits"));
  return { build, needsHats, base: baseOf(type, asked, needsHats) };
}

const builders = new WeakMap<Selection, Map<string, Builder>>();

function cachedBuilder<C>(
  type: RecordType<C>,
  selection: Selection,
  asked: readonly Asked<C>[],
  counts: readonly number[],
  isCustom: boolean,
): Builder {
  const shape = `${type.name}${isCustom ? "*" : ""}:${asked.map((field) => field.name + field.sight.charAt(0)).join()}`;
  let byShape = builders.get(selection);
  if (!byShape) builders.set(selection, (byShape = new Map<string, Builder>()));
  let builder = byShape.get(shape);
  if (!builder) byShape.set(shape, (builder = builderOf(type, asked, counts, isCustom)));
  return builder;
}

/** A selection of one record type, made ready for one reading. */
export class RecordPlan<C> {
  /** To be selected after the stamp, in this order. */
  readonly columns: readonly string[];
  private readonly type: RecordType<C>;
  private readonly asked: readonly Asked<C>[];
  private readonly builder: Builder;

  constructor(
    type: RecordType<C>,
    selection: Selection,
    reading: C,
    hats: RowHats,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.type = type;
    this.asked = askedOf(type, selection, hats, variables);
    const own = this.asked.map((field) =>
      field.sight === "NONE" ? [] : (field.source.columns?.(reading) ?? []),
    );
    this.builder = cachedBuilder(
      type,
      selection,
      this.asked,
      own.map((columns) => columns.length),
      typeof hats.possible !== "number",
    );
    this.columns = [...this.builder.base, ...own.flat()];
  }

  /**
   * Rows to plain objects whose properties are the schema's fields.
   *
   * @param hatsOf the viewer's hats on a row
   * @param hidden gets the coordinates of what was hidden (R11)
   */
  async build(
    rows: readonly Row[],
    reading: C,
    helpers: unknown,
    hatsOf: (row: Row) => Hats,
    hidden: Set<string>,
  ): Promise<object[]> {
    if (rows.length === 0) return [];
    const lookups = await Promise.all(this.asked.map((field) => this.load(field, reading, rows, hatsOf)));
    const flags = new Uint8Array(this.asked.length);
    const { build, needsHats } = this.builder;
    const policies = this.asked.map(({ name }) => this.type.policies[name]);
    const may = (index: number, hats: Hats) => {
      const policy = policies[index];
      return policy !== undefined && canRead(policy, hats);
    };
    const built = rows.map((row) => build(row, helpers, lookups, flags, needsHats ? hatsOf(row) : 0, may));
    this.asked.forEach((field, index) => {
      if (flags[index] === 1) hidden.add(`${this.type.name}.${field.name}`);
    });
    return built;
  }

  private async load(
    field: Asked<C>,
    reading: C,
    rows: readonly Row[],
    hatsOf: (row: Row) => Hats,
  ): Promise<Lookup | null> {
    if (!field.source.load || field.sight === "NONE") return null;
    const policy = this.type.policies[field.name];
    const readable =
      field.sight === "ALL" || !policy ? rows : rows.filter((row) => canRead(policy, hatsOf(row)));
    return field.source.load(reading, field.uses, readable);
  }
}

/** The fields of a record that a request asks for; `__typename` is the executor's. */
function askedOf<C>(
  type: RecordType<C>,
  selection: Selection,
  hats: RowHats,
  variables: Readonly<Record<string, unknown>>,
): Asked<C>[] {
  const asked: Asked<C>[] = [];
  for (const [name, all] of selection.uses) {
    const source = type.fields[name];
    if (!source) {
      if (name.startsWith("__")) continue;
      throw new Error(`no source is registered for ${type.name}.${name}`);
    }
    const uses = all.some((use) => use.conditions.some((nodes) => nodes.length > 0))
      ? all.filter((use) => !isLeftOut(use, variables))
      : all;
    const policy = type.policies[name];
    if (!policy) throw new Error(`no policy covers ${type.name}.${name}`);
    if (uses.length > 0) asked.push({ name, source, uses, sight: sightOf(policy, hats) });
  }
  return asked;
}
