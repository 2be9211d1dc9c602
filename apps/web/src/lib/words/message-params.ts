type Kind = "number" | "date" | "time" | "plural" | "select" | "selectordinal";

/** The name in `{name}` or `{count, plural, ...`; never for the text of a plural arm, which holds a space or a `#`. */
type NameOf<Piece extends string> = Piece extends `${infer Name}, ${Kind}${string}`
  ? Name
  : Piece extends `${string}${" " | "#"}${string}`
    ? never
    : Piece;

/** The names of an ICU message's parameters, read from its text: `"{n, plural, ...} of {name}"` gives `n | name`. */
export type ParamNames<Message extends string> = Message extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Piece}}${string}` ? NameOf<Piece> : never) | ParamNames<Rest>
  : never;

export type ParamValue = string | number | Date;
export type ParamsOf<Message extends string> = { readonly [Name in ParamNames<Message>]: ParamValue };
