import { CARD_GAP, CARD_HEIGHT, density, LIST_PADDING } from "../density";
import type { BoardSession } from "../board-session";
import { say } from "../say";
import { wordsOf } from "../../../lib/refusals";
import type { ColumnId } from "../order/board-model";
import type { BoardBoxes } from "./board-boxes";
import type { Drag } from "./drag-state";
import { UnitTarget } from "./unit-target";
import { columnAt, insertPlace, scrollSpeed, type InsertPlace } from "./insert-place";

const COLUMN_GAP = 12;
const OPEN_AFTER_MS = 600;

export interface PointerPlace {
  readonly column: ColumnId;
  readonly isAllowed: boolean;
  readonly place: InsertPlace;
}

interface Deps {
  readonly session: BoardSession;
  readonly drag: Drag;
  readonly boxes: BoardBoxes;
  readonly board: HTMLElement;
  /** The one line between cards, moved outside React. */
  readonly line: HTMLElement;
  /** The strip of columns under the thumb, for touch; null for a mouse. */
  readonly strip: () => HTMLElement | null;
  readonly unfold: (column: ColumnId) => void;
}

/**
 * One drag by mouse or finger, from lift to drop: where the card would go, the line that shows it, and scrolling at the
 * edges. It works on the page itself, so that between lift and drop no card is drawn anew.
 */
export class PointerDrag {
  private readonly deps: Deps;
  private pointer: { x: number; y: number } | null = null;
  private over: PointerPlace | null = null;
  private readonly units: UnitTarget;
  private unit: string | null = null;
  private hovered: HTMLElement | null = null;
  private hoveredSince = 0;
  private said: string;
  private frame = 0;
  private lastFrame = 0;

  constructor(deps: Deps) {
    this.deps = deps;
    this.units = new UnitTarget(deps.session, deps.drag);
    // Where it was lifted has just been said.
    this.said = `${deps.drag.from.column} ${deps.drag.from.index}`;
    addEventListener("mousemove", this.onMouse, true);
    addEventListener("mouseup", this.onMouse, true);
    addEventListener("touchmove", this.onTouch, true);
    addEventListener("scroll", this.forget, true);
    addEventListener("resize", this.forget);
    this.frame = requestAnimationFrame(this.onFrame);
  }

  /** The unit in the tree that the card is over; null: none. */
  unitOver(): string | null {
    return this.unit;
  }

  /** Ends it. @returns where the card is over; null beside all columns */
  stop(): PointerPlace | null {
    const { line, session } = this.deps;
    if (this.pointer) this.update();
    cancelAnimationFrame(this.frame);
    removeEventListener("mousemove", this.onMouse, true);
    removeEventListener("mouseup", this.onMouse, true);
    removeEventListener("touchmove", this.onTouch, true);
    removeEventListener("scroll", this.forget, true);
    removeEventListener("resize", this.forget);
    line.hidden = true;
    this.mark(null);
    this.units.end();
    session.base.order.hold(null);
    return this.over;
  }

  private readonly forget = (): void => {
    this.deps.boxes.forget();
    this.units.forget();
  };

  private readonly onMouse = (event: MouseEvent): void => {
    this.pointer = { x: event.clientX, y: event.clientY };
  };

  private readonly onTouch = (event: TouchEvent): void => {
    const touch = event.touches[0];
    if (touch) this.pointer = { x: touch.clientX, y: touch.clientY };
  };

  private readonly onFrame = (now: number): void => {
    const seconds = this.lastFrame === 0 ? 0 : Math.min(now - this.lastFrame, 50) / 1_000;
    this.lastFrame = now;
    if (this.pointer) {
      if (this.unit === null) this.scroll(this.pointer.x, this.pointer.y, seconds);
      this.update();
      this.unfoldHovered(now);
    }
    this.frame = requestAnimationFrame(this.onFrame);
  };

  private update(): void {
    if (!this.pointer) return;
    const { x, y } = this.pointer;
    // Columns that are scrolled aside lie below the tree, as far as their boxes tell.
    const isAside = x < this.deps.boxes.boardBox().left;
    this.unit = isAside ? this.units.at(x, y) : this.units.leave();
    this.over = this.unit === null ? (this.onStrip(this.pointer) ?? this.onColumn(this.pointer)) : null;
    const column = this.over?.column ?? null;
    this.mark(column);
    this.deps.session.base.order.hold(column);
    this.drawLine();
    this.tell();
  }

  private onColumn({ x, y }: { x: number; y: number }): PointerPlace | null {
    const { boxes, drag, session } = this.deps;
    const column = columnAt(x, boxes.columnBoxes(), COLUMN_GAP);
    if (column === null) return null;
    const ids = session.base.order.column(column);
    const own = ids.indexOf(drag.cardId);
    const place = insertPlace(y, {
      top: boxes.listBox(column)?.top ?? 0,
      scrollTop: boxes.scroller(column)?.scrollTop ?? 0,
      paddingTop: LIST_PADDING,
      cardHeight: CARD_HEIGHT[density.get()],
      gap: CARD_GAP,
      count: ids.length,
      ownIndex: own < 0 ? null : own,
    });
    return { column, place, isAllowed: this.isAllowed(column) };
  }

  /** The strip under the thumb: its columns take the card at their top. */
  private onStrip({ x, y }: { x: number; y: number }): PointerPlace | null {
    const strip = this.deps.strip();
    const box = strip?.getBoundingClientRect();
    if (!strip || !box || y < box.top) return null;
    const target = [...strip.querySelectorAll<HTMLElement>("[data-strip]")].find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return x >= left && x < right;
    });
    const column = target?.dataset["strip"];
    if (column === undefined) return null;
    return { column, isAllowed: this.isAllowed(column), place: { index: 0, lineY: -1, isStill: false } };
  }

  private isAllowed(column: ColumnId): boolean {
    return this.deps.drag.verdicts.get(column)?.allowed !== false;
  }

  private mark(column: ColumnId | null): void {
    const element = column === null ? null : this.deps.boxes.element(column);
    if (element === this.hovered) return;
    this.hovered?.removeAttribute("data-over");
    if (column !== null && this.isAllowed(column)) element?.setAttribute("data-over", "");
    this.hovered = element;
    this.hoveredSince = performance.now();
  }

  private drawLine(): void {
    const { line, boxes } = this.deps;
    const box = this.over?.isAllowed ? boxes.listBox(this.over.column) : null;
    const lineY = this.over?.place.lineY ?? -1;
    const isVisible =
      box !== null && lineY >= 0 && lineY <= box.bottom - box.top && this.over?.place.isStill === false;
    line.hidden = !isVisible;
    if (!isVisible) return;
    line.style.width = `${box.right - box.left}px`;
    line.style.transform = `translate(${box.left}px, ${box.top + lineY}px)`;
  }

  /** A folded column opens when the card rests on it. */
  private unfoldHovered(now: number): void {
    const isFolded = this.hovered?.dataset["folded"] === "true";
    if (!isFolded || now - this.hoveredSince < OPEN_AFTER_MS || !this.over) return;
    this.deps.unfold(this.over.column);
    this.deps.boxes.forget();
  }

  private tell(): void {
    const { session, drag } = this.deps;
    const { over } = this;
    const column = over && session.column(over.column);
    const text = over ? `${over.column} ${over.place.index}` : "";
    if (text === this.said || !over || !column) return;
    this.said = text;
    const verdict = drag.verdicts.get(over.column);
    if (verdict && !verdict.allowed) say.denied(column.name, wordsOf(verdict.message, verdict.params));
    else {
      const others = session.base.order.column(over.column).filter((id) => id !== drag.cardId).length;
      say.over({ key: drag.cardKey, column: column.name, position: over.place.index + 1, count: others + 1 });
    }
  }

  /** The column under the pointer up and down, the board sideways; never into a column that is denied. */
  private scroll(x: number, y: number, seconds: number): void {
    const { boxes, board } = this.deps;
    const { left, right } = boxes.boardBox();
    const aside = scrollSpeed(x, left, right) * seconds;
    if (aside !== 0) board.scrollLeft += aside;
    const column = this.over?.isAllowed ? this.over.column : null;
    const list = column === null ? null : boxes.scroller(column);
    const box = column === null ? null : boxes.listBox(column);
    if (!list || !box) return;
    const along = scrollSpeed(y, box.top, box.bottom) * seconds;
    if (along !== 0) list.scrollTop += along;
  }
}
