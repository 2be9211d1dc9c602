import type { ApolloCache, ApolloClient } from "@apollo/client";
import type {
  BoardOrderQuery,
  BoardQuery,
  CardFieldsFragment,
  CardPlaceFragment,
  StatusCategory,
} from "../../gql/graphql";
import { noteKeys } from "../issues/known-titles";
import {
  ASSIGN_CARD,
  BOARD,
  BOARD_ORDER,
  CARD_FIELDS,
  CARD_RIGHTS,
  CARDS,
  CREATE_CARD,
  MOVE_ISSUE,
  TAKE_CARD,
} from "./board.graphql";
import type { CardId } from "./order/board-model";

export interface BoardPlace {
  readonly unit: string;
  readonly under: boolean;
}

export type BoardCard = CardFieldsFragment & CardPlaceFragment;
export type BoardAnswer = BoardQuery["board"];
export type BoardOrderAnswer = BoardOrderQuery["board"];

/** Full cards of the first screen of a column; the others come as they near the viewport. */
const FIRST_CARDS = 20;
/** The board reports its changes to the save indicator itself; nothing is written to the cache but what cards show. */
const OWN = { fetchPolicy: "no-cache", context: { ownSave: true } } as const;

export function cacheIdOf(card: CardId): string {
  return `Issue:${card}`;
}

/**
 * What cards show goes into the cache, and nothing else: a `revision` that ran ahead of the description beside it would
 * let an edit of that description overwrite what it never saw (I5).
 */
export function writeCards(cache: ApolloCache, cards: readonly CardFieldsFragment[], doneKey?: string): void {
  noteKeys(cards);
  cache.batch({
    update: (inside) => {
      for (const data of cards) inside.writeFragment({ id: cacheIdOf(data.id), fragment: CARD_FIELDS, data });
    },
    ...(doneKey !== undefined && { removeOptimistic: doneKey }),
  });
}

export function readCard(cache: ApolloCache, id: CardId): CardFieldsFragment | null {
  return cache.readFragment({ id: cacheIdOf(id), fragment: CARD_FIELDS, optimistic: true });
}

interface ShownStatus {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

/** Shows a change before it is answered; `writeCards` or `dropShown` takes it away under the same key. */
export function showCard(
  cache: ApolloCache,
  key: string,
  id: CardId,
  change: Partial<CardFieldsFragment>,
): void {
  const card = readCard(cache, id);
  if (!card) return;
  cache.batch({
    optimistic: key,
    update: (inside) => {
      inside.writeFragment({ id: cacheIdOf(id), fragment: CARD_FIELDS, data: { ...card, ...change } });
    },
  });
}

/** As the server would write it, so that it lands on the record of that status. */
export function shownStatus({ id, name, category }: ShownStatus): CardFieldsFragment["status"] {
  return { __typename: "Status", id, name, category } as CardFieldsFragment["status"];
}

function noAnswer(): never {
  throw new Error("An answer without data and without an error");
}

export async function readBoard(
  client: ApolloClient,
  place: BoardPlace,
  closedDays: number,
): Promise<BoardAnswer> {
  const variables = { ...place, closedDays, first: FIRST_CARDS };
  const { data } = await client.query({ query: BOARD, variables, fetchPolicy: "no-cache" });
  return data?.board ?? noAnswer();
}

export async function readBoardOrder(
  client: ApolloClient,
  place: BoardPlace,
  closedDays: number,
): Promise<BoardOrderAnswer> {
  const variables = { ...place, closedDays };
  const { data } = await client.query({ query: BOARD_ORDER, variables, fetchPolicy: "no-cache" });
  return data?.board ?? noAnswer();
}

export async function readCards(client: ApolloClient, ids: readonly CardId[]): Promise<readonly BoardCard[]> {
  const variables = { ids: [...ids], first: ids.length };
  const { data } = await client.query({ query: CARDS, variables, fetchPolicy: "no-cache" });
  return data?.issues.nodes ?? noAnswer();
}

export interface CardRights {
  readonly assign: boolean;
  readonly take: boolean;
  readonly moveTo: readonly string[];
}

/** What the server lets the viewer do with a card; null: it is not there for them. */
export async function readCardRights(client: ApolloClient, id: CardId): Promise<CardRights | null> {
  const { data } = await client.query({ query: CARD_RIGHTS, variables: { id }, fetchPolicy: "no-cache" });
  const can = data?.issue?.can;
  return can ? { assign: can.assign, take: can.take, moveTo: can.moveTo.map((status) => status.id) } : null;
}

export interface MoveCall {
  readonly id: CardId;
  readonly status: string | null;
  readonly after: CardId | null;
  readonly before: CardId | null;
  readonly revision: number | null;
  readonly key: string;
}

/** I4: `status` and `revision` are left out, not null, for a move within the column: rank never conflicts. */
export async function sendMove(client: ApolloClient, call: MoveCall): Promise<BoardCard> {
  const { id, after, before, key } = call;
  const variables = {
    id,
    after,
    before,
    key,
    ...(call.status !== null && { status: call.status }),
    ...(call.revision !== null && { revision: call.revision }),
  };
  const { data } = await client.mutate({ mutation: MOVE_ISSUE, variables, ...OWN });
  return data?.moveIssue ?? noAnswer();
}

export interface NewCard {
  readonly unit: string;
  readonly title: string;
  readonly status: string;
  readonly clientMutationId: string;
}

export async function sendCard(client: ApolloClient, input: NewCard): Promise<BoardCard> {
  const { data } = await client.mutate({ mutation: CREATE_CARD, variables: { input }, ...OWN });
  return data?.createIssue ?? noAnswer();
}

export async function sendTake(client: ApolloClient, id: CardId, key: string): Promise<BoardCard> {
  const { data } = await client.mutate({ mutation: TAKE_CARD, variables: { id, key }, ...OWN });
  return data?.takeIssue ?? noAnswer();
}

export async function sendAssign(
  client: ApolloClient,
  id: CardId,
  assignee: string | null,
  key: string,
): Promise<BoardCard> {
  const { data } = await client.mutate({ mutation: ASSIGN_CARD, variables: { id, assignee, key }, ...OWN });
  return data?.assignIssue ?? noAnswer();
}
