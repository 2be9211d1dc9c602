import type { Refusal } from "@stafeta/domain/shared/decision";
import type { RefObject } from "react";
import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { MenuPopover, type MenuAction, type MenuEntry } from "../../../ui/menu";
import { showToast } from "../../../ui/toast-store";
import { readCard } from "../board-client";
import { useBoard, type BoardContextValue } from "../board-context";
import type { CardId } from "../order/board-model";
import type { MoveStep } from "./card-actions";
import { useRights } from "./use-rights";

export interface CardLayerProps {
  readonly id: CardId;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

const STEPS = [
  { to: "up", words: "board.menu.up", icon: "arrow-up", hint: "Shift ↑", isForFirst: false },
  { to: "down", words: "board.menu.down", icon: "arrow-down", hint: "Shift ↓", isForFirst: true },
  { to: "top", words: "board.menu.top", icon: "to-top", hint: "Shift Home", isForFirst: false },
  { to: "bottom", words: "board.menu.bottom", icon: "to-bottom", hint: "Shift End", isForFirst: true },
] as const satisfies readonly {
  to: MoveStep;
  words: string;
  icon: string;
  hint: string;
  isForFirst: boolean;
}[];

/** Why a step within the column is not possible: the card is at that end, or the order is not the viewer's to change. */
function stepDenial(
  { session, actions }: BoardContextValue,
  id: CardId,
  isForFirst: boolean,
): string | undefined {
  const columnId = session.base.order.columnOf(id);
  const ids = columnId === null ? [] : session.base.order.column(columnId);
  const verdict = columnId === null ? undefined : actions.verdicts(id).get(columnId);
  if (verdict && !verdict.allowed) return wordsOf(verdict.message, verdict.params);
  if (!isForFirst && ids[0] === id) return t("board.menu.firstAlready");
  return isForFirst && ids.at(-1) === id ? t("board.menu.lastAlready") : undefined;
}

function stepEntries(board: BoardContextValue, id: CardId): MenuAction[] {
  return STEPS.map(({ to, words, icon, hint, isForFirst }) => ({
    id: to,
    label: t(words),
    icon,
    hint,
    denied: stepDenial(board, id, isForFirst),
    onSelect: () => {
      board.actions.step(id, to);
    },
  }));
}

/** Why the viewer cannot take the card, or name its holder; undefined while it is not known (R12). */
function assignDenials(
  { session }: BoardContextValue,
  id: CardId,
): { take?: string | undefined; assign?: string | undefined } {
  const rights = session.rights.now(id);
  if (!rights || rights.assign) return {};
  const isHeld = readCard(session.client.cache, id)?.assignee != null;
  const take = rights.take ? undefined : wordsOf(isHeld ? "issue.alreadyHeld" : "issue.takeNotAllowed");
  return { take, assign: wordsOf("issue.assignByManagerOnly") };
}

async function copyLink(key: string): Promise<void> {
  await navigator.clipboard.writeText(`${location.origin}/issue/${key}`);
  showToast(t("board.menu.linkCopied", { key }), { tone: "ok" });
}

function denialOf(refusal: Refusal | null): string | undefined {
  return refusal === null ? undefined : wordsOf(refusal.message, refusal.params);
}

function assignEntries(board: BoardContextValue, id: CardId, anchor: Element | null): MenuEntry[] {
  const { screen, actions } = board;
  const denials = assignDenials(board, id);
  const assign = () => {
    screen.show("assign", id, anchor);
  };
  const take = () => void actions.assignToMe(id);
  return [
    {
      id: "take",
      label: t("board.menu.take"),
      icon: "user",
      hint: "I",
      denied: denials.take,
      onSelect: take,
    },
    {
      id: "assign",
      label: t("board.menu.assign"),
      icon: "users",
      hint: "A",
      denied: denials.assign,
      onSelect: assign,
    },
    {
      id: "handOff",
      label: t("board.menu.handOff"),
      icon: "handoff",
      hint: "H",
      denied: denialOf(actions.handOffRefusal(id)),
      onSelect: () => {
        screen.handOff(id, null, anchor);
      },
    },
  ];
}

function entriesOf(board: BoardContextValue, id: CardId, anchor: Element | null): MenuEntry[] {
  const { screen } = board;
  const key = screen.keyOf(id);
  const open = () => {
    screen.open(id);
  };
  const moveTo = () => {
    screen.show("moveTo", id, anchor);
  };
  return [
    { id: "open", label: t("board.menu.open"), icon: "external", hint: "Enter", onSelect: open },
    { kind: "separator", id: "s1" },
    { id: "moveTo", label: t("board.menu.moveTo"), icon: "arrow-right", hint: "M", onSelect: moveTo },
    ...stepEntries(board, id),
    { kind: "separator", id: "s2" },
    ...assignEntries(board, id, anchor),
    { kind: "separator", id: "s3" },
    { id: "link", label: t("board.menu.copyLink"), icon: "link", onSelect: () => void copyLink(key) },
  ];
}

/** Everything that can be done with a card, without dragging (WCAG 2.5.7); each with its key. */
export function CardMenu({ id, anchor, onClose }: CardLayerProps) {
  const board = useBoard();
  useRights(id);
  const label = t("board.card.menu", { key: board.screen.keyOf(id) });
  return (
    <MenuPopover
      label={label}
      entries={entriesOf(board, id, anchor.current)}
      anchor={anchor}
      onClose={onClose}
    />
  );
}
