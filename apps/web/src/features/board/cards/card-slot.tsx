import { memo, useCallback, useLayoutEffect, useRef, type MouseEvent, type TouchEvent } from "react";
import { cx } from "../../../lib/cx";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { Icon } from "../../../ui/icon";
import { useBoard } from "../board-context";
import { isNewCard } from "../moves/new-cards";
import type { CardId } from "../order/board-model";
import { useKeyed } from "../order/keyed-store";
import styles from "./card.module.css";
import { CardBody, cardNameIds } from "./card-body";
import type { CardMark } from "./card-marks";
import { useHover } from "./use-hover";

/** Keys that work on a card, for who cannot see the list of them. */
const SHORTCUTS = "Enter Space Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight M I A H";

interface CardSlotProps {
  readonly id: CardId;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Of its upper edge from the list's, in pixels. */
  readonly offset: number;
  readonly today: string;
}

/** What a pointer and the focus do on a card. */
function useCardHandlers(id: CardId) {
  const { session, screen, elements } = useBoard();
  const hover = useHover(id);
  return {
    ...hover,
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      elements.press(id, "onMouseDown", event);
    },
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      elements.press(id, "onTouchStart", event);
    },
    onFocus: () => {
      session.focus.rest(id);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (isOwnClick(event)) screen.open(id);
    },
  };
}

function classesOf(mark: CardMark): string {
  return cx(
    styles["card"],
    mark.isAway && styles["away"],
    mark.isLifted && styles["lifted"],
    mark.isRefused && styles["refused"],
    mark.isWaiting && styles["waiting"],
  );
}

/** A card's place in its list: position, focus, drag and the marks of what is happening; the content is `CardBody`. */
export const CardSlot = memo(function CardSlot({ id, index, count, offset, today }: CardSlotProps) {
  const { session, elements } = useBoard();
  const element = useRef<HTMLLIElement | null>(null);
  const stop = useKeyed(session.focus.stops, id);
  const mark = useKeyed(session.marks, id);
  const handlers = useCardHandlers(id);
  useCardFocus(id, stop, element);
  const attach = useCallback(
    (node: HTMLLIElement | null) => {
      element.current = node;
      elements.card(id, node);
    },
    [elements, id],
  );
  return (
    <li
      ref={attach}
      {...handlers}
      data-card={id}
      tabIndex={stop > 0 ? 0 : -1}
      aria-labelledby={cardNameIds(id)}
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-keyshortcuts={SHORTCUTS}
      className={classesOf(mark)}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <CardBody id={id} today={today} />
      <MarkSigns mark={mark} />
      {!isNewCard(id) && <MenuButton id={id} isStop={stop > 0} />}
    </li>
  );
});

/** A press on a control inside, or one that asks the browser for a tab of its own, is not meant for the card. */
function isOwnClick(event: MouseEvent<HTMLElement>): boolean {
  const isInner = event.target instanceof Element && event.target.closest("button, a, input") !== null;
  return !isInner && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** A card that changes its column is mounted anew: the focus goes back to it before the page is painted. */
function useCardFocus(id: CardId, stop: number, element: React.RefObject<HTMLLIElement | null>): void {
  const { session } = useBoard();
  useLayoutEffect(() => {
    const how = session.focus.take(id);
    if (how === null) return;
    element.current?.focus({ preventScroll: true });
    if (how === "scroll") element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [session, id, stop, element]);
  useLayoutEffect(() => {
    const node = element.current;
    return () => {
      if (node?.contains(document.activeElement)) session.focus.lost(id);
    };
  }, [session, id, element]);
}

function MarkSigns({ mark: { isWaiting, movedBy } }: { mark: CardMark }) {
  return (
    <>
      {isWaiting && (
        <span className={styles["waitMark"]} title={t("board.card.waiting")}>
          <Icon name="clock" label={t("board.card.waiting")} />
        </span>
      )}
      {movedBy && (
        <span className={styles["mover"]} title={t("board.card.movedBy", { name: movedBy.name })}>
          <Avatar name={movedBy.name} url={movedBy.avatarUrl} size="small" decorative />
        </span>
      )}
    </>
  );
}

/** The way without dragging (WCAG 2.5.7). In the tab order of the focused card only: the board is one tab stop. */
function MenuButton({ id, isStop }: { id: CardId; isStop: boolean }) {
  const { screen } = useBoard();
  const stopHere = (event: MouseEvent) => {
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={styles["menu"]}
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="menu"
      aria-label={t("board.card.menu", { key: screen.keyOf(id) })}
      onMouseDown={stopHere}
      onClick={(event) => {
        event.stopPropagation();
        screen.show("menu", id, event.currentTarget);
      }}
    >
      <Icon name="more" />
    </button>
  );
}
