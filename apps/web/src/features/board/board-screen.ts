import { canBeAsked } from "@stafeta/domain/requests/can-be-asked";
import { hasHat } from "@stafeta/domain/rights/hats";
import { hatsInUnit } from "@stafeta/domain/rights/viewer";
import type { Refusal } from "@stafeta/domain/shared/decision";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { wordsOf } from "../../lib/refusals";
import { createStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { showToast } from "../../ui/toast-store";
import { readCard } from "./board-client";
import type { BoardSession } from "./board-session";
import { cardElement } from "./dom";
import { isNewCard } from "./moves/new-cards";
import type { CardId, ColumnId } from "./order/board-model";

/** What floats beside a card: one at a time, for all cards, so that no card carries a menu of its own. */
export interface CardLayer {
  readonly kind: "menu" | "moveTo" | "assign" | "handOff" | "askHandOff";
  readonly id: CardId;
  readonly anchor: Element;
  /** Of a hand-off: where a drop has said it goes. */
  readonly toUnitId?: string;
}

/** What is open on a board's screen, apart from its data. */
export class BoardScreen {
  readonly layer = createStore<CardLayer | null>(null);
  /** The column in which an issue is being typed. */
  readonly creating = createStore<ColumnId | null>(null);
  /** Half-typed titles outlive their form. */
  readonly draftTitles = new Map<ColumnId, string>();
  readonly mayCreate: boolean;
  readonly isManager: boolean;
  private readonly session: BoardSession;
  private openIssue: (key: string) => void = () => undefined;

  constructor(session: BoardSession, mayCreate: boolean) {
    this.session = session;
    this.mayCreate = mayCreate;
    const { viewer, place } = session;
    this.isManager = viewer !== null && hasHat(hatsInUnit(viewer, place.unit as UnitId), "MANAGER");
  }

  /** How the page of the moment opens an issue. */
  opensBy(openIssue: (key: string) => void): void {
    this.openIssue = openIssue;
  }

  keyOf(id: CardId): string {
    return readCard(this.session.client.cache, id)?.key ?? "";
  }

  open(id: CardId): void {
    const key = this.keyOf(id);
    if (key !== "" && !isNewCard(id)) this.openIssue(key);
  }

  /** What is likely to be asked for next: the panel's content, and what may be done with the card. */
  prefetch(id: CardId): void {
    const key = this.keyOf(id);
    if (key !== "" && !isNewCard(id)) void this.fetchIssue(id, key);
  }

  show(kind: CardLayer["kind"], id: CardId, anchor: Element | null = cardElement(id)): void {
    if (anchor) this.layer.set({ kind, id, anchor });
  }

  /** H1: asks where to; or says why not, before the attempt. @param refusal null: it may */
  handOff(id: CardId, refusal: Refusal | null, anchor?: Element | null, toUnitId?: string): void {
    const beside = anchor ?? cardElement(id);
    if (refusal !== null) this.denyHandOff(id, refusal);
    else if (beside) {
      this.layer.set({ kind: "handOff", id, anchor: beside, ...(toUnitId !== undefined && { toUnitId }) });
    }
  }

  /** H6: what is not the viewer's to begin they can ask the head for. */
  private denyHandOff(id: CardId, refusal: Refusal): void {
    const reason = wordsOf(refusal.message, refusal.params);
    const text = t("handoff.denied", { key: this.keyOf(id), reason });
    announce(text, "assertive");
    const run = () => {
      this.show("askHandOff", id);
    };
    const action = canBeAsked(refusal) ? { action: { label: t("request.ask"), run } } : {};
    showToast(text, { tone: "bad", ...action });
  }

  private async fetchIssue(id: CardId, key: string): Promise<void> {
    const { client, base, rights } = this.session;
    const { prefetchIssue } = await import("../issues/prefetch-issue");
    const issue = await prefetchIssue(client, key, base.factsOf(id)?.revision ?? 0);
    if (!issue) return;
    const { assign, take, moveTo } = issue.can;
    rights.learn(id, issue.revision, { assign, take, moveTo: moveTo.map((status) => status.id) });
  }
}
