import type { CardId, ColumnId } from "./order/board-model";

type Mark = "card" | "column" | "list" | "count" | "strip";

/** The element that a component marked with `data-…`. By comparison, so that no id has to be written as a selector. */
function marked(mark: Mark, value: string, root: ParentNode = document): HTMLElement | null {
  const elements = root.querySelectorAll<HTMLElement>(`[data-${mark}]`);
  return [...elements].find((element) => element.dataset[mark] === value) ?? null;
}

export function cardElement(id: CardId): HTMLElement | null {
  return marked("card", id);
}

export function columnElement(id: ColumnId, board: ParentNode): HTMLElement | null {
  return marked("column", id, board);
}

/** What scrolls in a column. */
export function listElement(id: ColumnId, board: ParentNode = document): HTMLElement | null {
  return marked("list", id, board);
}

export function countElement(id: ColumnId): HTMLElement | null {
  return marked("count", id);
}

/** The card that an element belongs to. */
export function cardOf(element: Element | null): CardId | null {
  return element?.closest<HTMLElement>("[data-card]")?.dataset["card"] ?? null;
}

export function cardsInPage(): CardId[] {
  return [...document.querySelectorAll<HTMLElement>("[data-card]")].flatMap(
    (element) => element.dataset["card"] ?? [],
  );
}
