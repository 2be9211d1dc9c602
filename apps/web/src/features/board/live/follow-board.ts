import type { ApolloClient } from "@apollo/client";
import { subscribeLive } from "../../../lib/live";
import type { Refused } from "../../../lib/refusals";
import { BOARD_CHANGED } from "../board.graphql";
import { writeCards, type BoardPlace } from "../board-client";
import type { CardLoader } from "../cards/card-loader";
import type { CardMarks } from "../cards/card-marks";
import type { NewCards } from "../moves/new-cards";
import type { BoardBase } from "../order/board-base";
import type { Travel } from "./apply-events";
import { latestCards, placementOf, type BoardEvent, type BoardFrame } from "./board-event";
import { MAX_TRAVELS, noteDepartures, pulseCount, showArrivals } from "./card-travel";
import { createLiveBuffer, perFrame, type Schedule } from "./live-buffer";

export interface FollowDeps {
  readonly client: ApolloClient;
  readonly place: BoardPlace;
  readonly base: BoardBase;
  readonly marks: CardMarks;
  readonly loader: CardLoader;
  readonly newCards: NewCards;
  readonly frame: () => BoardFrame;
  readonly viewerId: string;
  readonly onUncertain: () => void;
  /** More happened than the server repeats (I9): everything is to be read anew. */
  readonly onGap: () => void;
  /** The last right to the board has ended (R2). */
  readonly onEnded: () => void;
  /** Somebody else has put a card into another column. */
  readonly onForeignMove: (event: BoardEvent) => void;
  /** The connection was lost and is back; so much happened meanwhile. */
  readonly onReturn: (changes: number) => void;
  readonly schedule?: Schedule;
}

function isGap(reason: Refused): boolean {
  return reason.code === "CONFLICT" && reason.field === "since";
}

/** One frame's events: one write to the cache, one change of the order. */
export function applyBoardEvents(deps: FollowDeps, events: readonly BoardEvent[]): void {
  const { client, base, loader, newCards, frame } = deps;
  const placements = events.map((event) => ({
    eventId: event.event.id,
    placement: placementOf(event, frame()),
  }));
  const foreign = events.filter((event) => event.event.actor?.id !== deps.viewerId);
  const departures =
    foreign.length <= MAX_TRAVELS ? noteDepartures(foreign.map(({ issueId }) => issueId)) : null;
  const fresh = latestCards(events).filter((card) => card.revision > (base.factsOf(card.id)?.revision ?? -1));
  if (fresh.length > 0) writeCards(client.cache, fresh);
  loader.loaded(fresh.map(({ id }) => id));
  const { travels, isUncertain } = base.apply(placements);
  for (const { event, issueId, issue } of events) {
    base.saw(event.id);
    if (event.clientMutationId !== null) newCards.arrived(event.clientMutationId);
    if (!issue) loader.forget(issueId);
  }
  showTravels(deps, travels, foreign, departures);
  if (isUncertain) deps.onUncertain();
}

/** Others' moves: the card travels with the picture of who moved it; out of sight only the counts stir. */
function showTravels(
  { marks, onForeignMove }: FollowDeps,
  travels: readonly Travel[],
  foreign: readonly BoardEvent[],
  departures: ReturnType<typeof noteDepartures> | null,
): void {
  const byCard = new Map(foreign.map((event) => [event.issueId, event]));
  for (const { cardId, from, to } of travels) {
    const event = byCard.get(cardId);
    if (!event) continue;
    if (from !== to) {
      onForeignMove(event);
      for (const column of [from, to]) if (column !== null) pulseCount(column);
    }
    if (departures && event.event.actor) marks.moved(cardId, event.event.actor);
  }
  const moved = new Set(travels.map(({ cardId }) => cardId));
  if (departures) showArrivals(new Map([...departures].filter(([id]) => moved.has(id))));
}

/** A replay comes in one go; what comes later is news of now. */
const REPLAY_MS = 1_000;

/** Counts what is replayed after a reconnect. */
function countAbsence(onReturn: (changes: number) => void) {
  let connections = 0;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    connected: () => {
      connections += 1;
      if (connections === 1) return;
      count = 0;
      timer ??= setTimeout(() => {
        timer = null;
        if (count > 0) onReturn(count);
      }, REPLAY_MS);
    },
    heard: () => {
      if (timer !== null) count += 1;
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/**
 * UX.md, section 8. After a lost connection the stream is asked for anew from the last event seen.
 *
 * @returns ends it
 */
export function followBoard(deps: FollowDeps): () => void {
  const buffer = createLiveBuffer<BoardEvent>((events) => {
    applyBoardEvents(deps, events);
  }, deps.schedule ?? perFrame);
  const absence = countAbsence(deps.onReturn);
  const stop = subscribeLive(
    BOARD_CHANGED,
    () => {
      absence.connected();
      // What waits for its frame counts as seen.
      buffer.flush();
      return { ...deps.place, since: deps.base.lastEvent() };
    },
    {
      next: ({ boardChanged }) => {
        absence.heard();
        buffer.push(boardChanged);
      },
      refused: (reason) => {
        buffer.flush();
        if (isGap(reason)) deps.onGap();
        else deps.onEnded();
      },
      ended: () => {
        buffer.flush();
        deps.onEnded();
      },
    },
  );
  return () => {
    stop();
    absence.stop();
    buffer.stop();
  };
}
