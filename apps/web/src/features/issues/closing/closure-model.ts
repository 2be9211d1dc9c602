/** What the boss's queue holds beside its rows: where the focus is, what is chosen, what stood in the way. */
export interface ClosureState {
  readonly focused: string | null;
  readonly selected: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** On their way out: shown as gone until the server answers. */
  readonly leaving: ReadonlySet<string>;
  /** L2: why an act on all was refused, by issue. */
  readonly refused: ReadonlyMap<string, string>;
}

export const CLOSURE_START: ClosureState = {
  focused: null,
  selected: new Set(),
  anchor: null,
  leaving: new Set(),
  refused: new Map(),
};

type Ids = readonly string[];

/** Where the focus stands among the rows; the first row where it stands nowhere. */
export function focusIn({ focused }: ClosureState, ids: Ids): string | null {
  return focused !== null && ids.includes(focused) ? focused : (ids[0] ?? null);
}

export type FocusStep = "up" | "down" | "first" | "last";

export function moveFocus(state: ClosureState, ids: Ids, step: FocusStep): ClosureState {
  const at = ids.indexOf(focusIn(state, ids) ?? "");
  const to = { up: Math.max(0, at - 1), down: at + 1, first: 0, last: ids.length - 1 }[step];
  return { ...state, focused: ids[Math.min(to, ids.length - 1)] ?? null };
}

export function focusOn(state: ClosureState, id: string): ClosureState {
  return state.focused === id ? state : { ...state, focused: id };
}

export function toggle(state: ClosureState, id: string): ClosureState {
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...state, focused: id, anchor: id, selected };
}

/** Everything from where the last choice was made to here. */
export function selectTo(state: ClosureState, ids: Ids, id: string): ClosureState {
  const [from, to] = [ids.indexOf(state.anchor ?? id), ids.indexOf(id)];
  if (from < 0) return toggle(state, id);
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...state, focused: id, selected: new Set([...state.selected, ...range]) };
}

export function selectAll(state: ClosureState, ids: Ids): ClosureState {
  return { ...state, selected: new Set(ids) };
}

export function selectNone(state: ClosureState): ClosureState {
  return { ...state, selected: new Set(), anchor: null, refused: new Map() };
}

/** What an act is for: what is chosen and shown, in the order of the list; else the row with the focus. */
export function targetsOf(state: ClosureState, ids: Ids): Ids {
  const chosen = ids.filter((id) => state.selected.has(id));
  const focused = focusIn(state, ids);
  if (chosen.length > 0) return chosen;
  return focused === null ? [] : [focused];
}

/** They are shown as gone at once; the focus goes to the next row that stays. */
export function leave(state: ClosureState, ids: Ids, going: Ids): ClosureState {
  const gone = new Set(going);
  const at = ids.indexOf(focusIn(state, ids) ?? "");
  const next = ids.slice(Math.max(0, at)).find((id) => !gone.has(id));
  const focused = next ?? ids.findLast((id) => !gone.has(id)) ?? null;
  const leaving = new Set([...state.leaving, ...going]);
  return { focused, selected: new Set(), anchor: null, leaving, refused: new Map() };
}

/** The server has taken them; or they have come back some other way. */
export function settle(state: ClosureState, ids: Ids): ClosureState {
  return { ...state, leaving: new Set([...state.leaving].filter((id) => !ids.includes(id))) };
}

/** All or nothing: refused for some, so that all are back, chosen as before, and those that stood in the way say why. */
export function comeBack(state: ClosureState, ids: Ids, refused: ReadonlyMap<string, string>): ClosureState {
  const first = ids.find((id) => refused.has(id)) ?? ids[0] ?? null;
  const back = settle(state, ids);
  return { ...back, focused: first, anchor: first, selected: new Set(ids), refused };
}

/** The rest can go on without them. */
export function leaveOut(state: ClosureState): ClosureState {
  const selected = new Set([...state.selected].filter((id) => !state.refused.has(id)));
  return { ...state, selected, anchor: null, refused: new Map() };
}
