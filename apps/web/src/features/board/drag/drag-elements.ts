import type { MouseEvent, TouchEvent } from "react";
import { createStore } from "../../../lib/store";
import type { CardId, ColumnId } from "../order/board-model";

type Press = (event: MouseEvent | TouchEvent) => void;
export type PressListeners = Readonly<Record<string, unknown>> | undefined;

/** The cards and columns that are in the page, for the drag layer, which comes after the first paint. */
export class DragElements {
  readonly cards = createStore<ReadonlyMap<CardId, HTMLElement>>(new Map());
  readonly columns = createStore<ReadonlyMap<ColumnId, HTMLElement>>(new Map());
  private readonly listeners = new Map<CardId, PressListeners>();

  card(id: CardId, element: HTMLElement | null): void {
    change(this.cards, id, element);
  }

  column(id: ColumnId, element: HTMLElement | null): void {
    change(this.columns, id, element);
  }

  readonly setListeners = (id: CardId, listeners: PressListeners): void => {
    if (listeners) this.listeners.set(id, listeners);
    else this.listeners.delete(id);
  };

  /** What a card does with a press: begins a drag, once the drag layer is there. */
  press(id: CardId, name: "onMouseDown" | "onTouchStart", event: MouseEvent | TouchEvent): void {
    const listener = this.listeners.get(id)?.[name];
    if (typeof listener === "function") (listener as Press)(event);
  }
}

function change(store: DragElements["cards"], id: string, element: HTMLElement | null): void {
  store.update((now) => {
    if (element === null ? !now.has(id) : now.get(id) === element) return now;
    const next = new Map(now);
    if (element === null) next.delete(id);
    else next.set(id, element);
    return next;
  });
}
