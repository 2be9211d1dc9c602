import type { ApolloClient } from "@apollo/client";
import type { CardFieldsFragment } from "../../../gql/graphql";
import { newClientMutationId } from "../../../lib/client-id";
import { readRefusal, wordsOfRefusal } from "../../../lib/refusals";
import { openSave } from "../../../lib/saves";
import { t } from "../../../lib/words/words";
import { sendCard, shownStatus, writeCards } from "../board-client";
import type { CardMarks } from "../cards/card-marks";
import type { Column, ColumnStatus } from "../columns/column-model";
import { placedCard, type BoardFrame } from "../live/board-event";
import type { BoardBase } from "../order/board-base";
import type { CardId } from "../order/board-model";

const NEW = "new-";

/** A card that the server has not numbered yet: it is seen, and cannot be opened or moved. */
export function isNewCard(id: CardId): boolean {
  return id.startsWith(NEW);
}

/** What a repeat of the same title after a lost answer sends again, so that it makes no second issue. */
interface Attempt {
  readonly title: string;
  readonly key: string;
}

export interface NewCardsDeps {
  readonly client: ApolloClient;
  readonly base: BoardBase;
  readonly marks: CardMarks;
  readonly frame: () => BoardFrame;
}

/** Quick create in a column: the card is there at once; on an error it goes, and the words come back to be sent again. */
export class NewCards {
  private readonly deps: NewCardsDeps;
  private readonly lost = new Map<string, Attempt>();

  constructor(deps: NewCardsDeps) {
    this.deps = deps;
  }

  /** @returns null when it is created, else why not, in words */
  async create(column: Column, unit: string, status: ColumnStatus, title: string): Promise<string | null> {
    const { base, client } = this.deps;
    const before = this.lost.get(column.id);
    const key = before?.title === title ? before.key : newClientMutationId();
    this.lost.delete(column.id);
    const unmark = this.show(key, column, status, title);
    const ticket = openSave(t("board.save.create", { title }));
    try {
      const card = await sendCard(client, { unit, title, status: status.id, clientMutationId: key });
      writeCards(client.cache, [card]);
      this.arrived(key);
      const placement = { cardId: card.id, card: placedCard(card, this.deps.frame()), mayMove: true };
      base.apply([{ eventId: card.lastEvent, placement }]);
      return null;
    } catch (error) {
      const refused = readRefusal(error);
      if (refused.code === "OFFLINE") this.lost.set(column.id, { title, key });
      base.dropWish(key);
      return wordsOfRefusal(refused);
    } finally {
      ticket.done();
      unmark();
    }
  }

  /** The own event may come before the answer; from then on the numbered card stands for the new one. */
  arrived(key: string): void {
    this.deps.base.dropWish(key);
  }

  private show(key: string, column: Column, status: ColumnStatus, title: string): () => void {
    const { base, client, marks } = this.deps;
    const id = NEW + key;
    const card: CardFieldsFragment = {
      id,
      key: "",
      title,
      type: null,
      priority: null,
      dueDate: null,
      estimate: null,
      subIssueCount: null,
      commentCount: null,
      inTransit: false,
      resolution: null,
      blocked: false,
      status: shownStatus(status),
      assignee: null,
    };
    writeCards(client.cache, [{ __typename: "Issue", ...card } as CardFieldsFragment]);
    base.pushWish({
      key,
      apply: (order) => new Map([...order].map(([at, ids]) => [at, at === column.id ? [id, ...ids] : ids])),
    });
    return marks.waiting(id);
  }
}
