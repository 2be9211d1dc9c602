import type { ApolloClient } from "@apollo/client";
import { readCardRights, type CardRights } from "../board-client";
import type { BoardBase } from "../order/board-base";
import type { CardId } from "../order/board-model";

interface Known {
  readonly revision: number;
  readonly rights: CardRights;
}

/** The server's word on what the viewer may do with a card (R12), asked for when a hand nears it. */
export class CardRightsStore {
  private readonly known = new Map<CardId, Known>();
  private readonly flying = new Map<CardId, Promise<CardRights | null>>();
  private readonly client: ApolloClient;
  private readonly base: BoardBase;

  constructor(client: ApolloClient, base: BoardBase) {
    this.client = client;
    this.base = base;
  }

  /** Null: not known, or only of what the card was before its last change. */
  now(id: CardId): CardRights | null {
    const known = this.known.get(id);
    return known && known.revision === this.base.factsOf(id)?.revision ? known.rights : null;
  }

  /** It came with another answer. @param revision of the card as that answer has it */
  learn(id: CardId, revision: number, rights: CardRights): void {
    this.known.set(id, { revision, rights });
  }

  /** Asks unless it is known. Null: the card is gone, or no answer came. */
  async ask(id: CardId): Promise<CardRights | null> {
    const known = this.now(id);
    if (known) return known;
    const flying = this.flying.get(id) ?? this.fetch(id);
    this.flying.set(id, flying);
    return flying;
  }

  private async fetch(id: CardId): Promise<CardRights | null> {
    const revision = this.base.factsOf(id)?.revision ?? -1;
    try {
      const rights = await readCardRights(this.client, id);
      if (rights) this.known.set(id, { revision, rights });
      return rights;
    } catch {
      return null;
    } finally {
      this.flying.delete(id);
    }
  }
}
