import { anchorsAt } from "@stafeta/domain/board/move-cards";
import { nextColumn, stepWithin, type Step } from "@stafeta/domain/board/key-moves";
import { mayHandOff } from "@stafeta/domain/issues/hand-off";
import { hatsOn } from "@stafeta/domain/rights/viewer";
import type { Decision, Refusal } from "@stafeta/domain/shared/decision";
import { newClientMutationId } from "../../../lib/client-id";
import { readRefusal, wordsOf, wordsOfRefusal } from "../../../lib/refusals";
import { openSave } from "../../../lib/saves";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { showToast, type ToastAction } from "../../../ui/toast-store";
import { readCard, sendAssign, sendTake, showCard, writeCards, type BoardCard } from "../board-client";
import type { BoardSession } from "../board-session";
import { statusOfDrop, type Column } from "../columns/column-model";
import { askToMove } from "../moves/ask-to-move";
import { cardVerdicts, factsFrom, type CardForVerdict } from "../moves/card-verdicts";
import type { CardId, ColumnId } from "../order/board-model";
import { say, type SpokenPlace } from "../say";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

const STEP_OF = { up: "UP", down: "DOWN", top: "TOP", bottom: "BOTTOM" } as const satisfies Record<
  string,
  Step
>;
export type MoveStep = keyof typeof STEP_OF | "left" | "right";

/** What can be done with a card without a pointer: menus and keys call these, and each says what came of it. */
export class CardActions {
  private readonly session: BoardSession;
  private readonly me: Person;

  constructor(session: BoardSession, me: Person) {
    this.session = session;
    this.me = me;
  }

  /** R12: for each column whether the card may go there, and why not. */
  verdicts(id: CardId): ReadonlyMap<ColumnId, Decision> {
    const card = this.cardForVerdict(id);
    return card ? cardVerdicts(this.session.columns(), card, this.session.viewer) : new Map();
  }

  /** R12: why the card cannot be handed off (H1, H2), or null; asked before the attempt, without a request. */
  handOffRefusal(id: CardId): Refusal | null {
    const card = this.cardForVerdict(id);
    const { viewer } = this.session;
    if (!card || !viewer) return null;
    const facts = factsFrom(card);
    const decision = mayHandOff(facts, hatsOn(viewer, facts));
    return decision.allowed ? null : decision;
  }

  private cardForVerdict(id: CardId): CardForVerdict | null {
    const { session } = this;
    const card = readCard(session.client.cache, id);
    const facts = session.base.factsOf(id);
    const status = card && session.statuses.get(card.status.id);
    if (!card || !facts || !status) return null;
    const moveTo = session.rights.now(id)?.moveTo ?? null;
    const { unitId, revision } = facts;
    const { inTransit } = card;
    return { id, unitId, status, assigneeId: card.assignee?.id ?? null, inTransit, revision, moveTo };
  }

  /** Where a card stands now, in words. */
  placeOf(id: CardId): SpokenPlace {
    const { session } = this;
    const columnId = session.base.order.columnOf(id);
    const ids = columnId === null ? [] : session.base.order.column(columnId);
    const name = columnId === null ? "" : (session.column(columnId)?.name ?? "");
    const key = readCard(session.client.cache, id)?.key ?? "";
    return { key, column: name, position: ids.indexOf(id) + 1, count: ids.length };
  }

  /** `Shift` and an arrow, or the menu: at once, only to allowed columns. */
  step(id: CardId, to: MoveStep): void {
    if (to === "left" || to === "right") this.stepAside(id, to);
    else this.stepWithin(id, to);
  }

  /** @param index null: to its top */
  moveTo(id: CardId, column: Column, index: number | null = null): void {
    const { base } = this.session;
    const verdict = this.verdicts(id).get(column.id);
    if (verdict && !verdict.allowed) {
      this.deny(id, column, verdict);
      return;
    }
    const anchors = anchorsAt(base.order.order(), column.id, index ?? 0, [id]);
    this.session.moves.move({ cardId: id, column, anchors });
    this.followed(id);
  }

  /** Says why not, with the way out as a button: another one, or to ask a head who could do it (H6). */
  deny(id: CardId, column: Column, refusal: Refusal, wayOut?: ToastAction): void {
    const { client, base } = this.session;
    const reason = wordsOf(refusal.message, refusal.params);
    say.denied(column.name, reason);
    const key = readCard(client.cache, id)?.key ?? "";
    const facts = base.factsOf(id);
    const target = facts && statusOfDrop(column, facts.unitId);
    const out = wayOut ? { action: wayOut } : askToMove(client, { id, key }, target, refusal);
    showToast(t("board.toast.denied", { key, reason }), { tone: "bad", ...out });
  }

  /** R5: takes what nobody holds; a manager may also name themselves over somebody else. */
  async assignToMe(id: CardId): Promise<void> {
    const card = readCard(this.session.client.cache, id);
    if (!card) return;
    if (card.assignee?.id === this.me.id) {
      announce(t("board.assign.mineAlready", { key: card.key }));
      return;
    }
    const rights = await this.session.rights.ask(id);
    const key = newClientMutationId();
    const { client } = this.session;
    const send =
      rights?.assign === true && !rights.take
        ? () => sendAssign(client, id, this.me.id, key)
        : () => sendTake(client, id, key);
    await this.change(id, this.me, key, send);
  }

  async assign(id: CardId, person: Person | null): Promise<void> {
    const key = newClientMutationId();
    await this.change(id, person, key, () => sendAssign(this.session.client, id, person?.id ?? null, key));
  }

  private async change(
    id: CardId,
    person: Person | null,
    key: string,
    send: () => Promise<BoardCard>,
  ): Promise<void> {
    const { client, marks, base } = this.session;
    const issueKey = readCard(client.cache, id)?.key ?? "";
    const shown = person && { __typename: "User" as const, ...person };
    showCard(client.cache, key, id, { assignee: shown });
    const ticket = openSave(t("board.save.assign", { key: issueKey }));
    const unmark = marks.waiting(id);
    announce(
      person
        ? t("board.say.assigned", { key: issueKey, name: person.name })
        : t("board.say.unassigned", { key: issueKey }),
    );
    try {
      const card = await send();
      writeCards(client.cache, [card], key);
      base.noteContent(card.id, card.revision);
    } catch (error) {
      client.cache.removeOptimistic(key);
      const reason = wordsOfRefusal(readRefusal(error));
      say.notAssigned(issueKey, reason);
      showToast(t("board.toast.notAssigned", { key: issueKey, reason }), { tone: "bad" });
    } finally {
      ticket.done();
      unmark();
    }
  }

  private stepWithin(id: CardId, to: keyof typeof STEP_OF): void {
    const { base, moves } = this.session;
    const step = stepWithin(base.order.order(), id, STEP_OF[to]);
    const column = step && this.session.column(step.column);
    if (!step || !column) {
      announce(to === "up" || to === "top" ? t("board.menu.firstAlready") : t("board.menu.lastAlready"));
      return;
    }
    const verdict = this.verdicts(id).get(column.id);
    if (verdict && !verdict.allowed) {
      this.deny(id, column, verdict);
      return;
    }
    moves.move({ cardId: id, column, anchors: step.anchors });
    this.followed(id);
  }

  /** The focus and the page go with a card that was moved without a pointer. */
  private followed(id: CardId): void {
    this.session.focus.go(id);
    say.dropped(this.placeOf(id));
  }

  /** To the top of the nearest allowed column; where there is none, the nearest one says why. */
  private stepAside(id: CardId, to: "left" | "right"): void {
    const columns = this.session.columns();
    const order = columns.map((column) => column.id);
    const from = this.session.base.order.columnOf(id);
    if (from === null) return;
    const verdicts = this.verdicts(id);
    const direction = to === "left" ? "PREVIOUS" : "NEXT";
    const target = nextColumn(order, from, direction, (column) => verdicts.get(column)?.allowed !== false);
    const nearest = nextColumn(order, from, direction, () => true);
    const column = columns.find((one) => one.id === (target ?? nearest));
    if (column) this.moveTo(id, column);
    else announce(t("board.say.edge"));
  }
}
