import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { vi } from "vitest";
import { createCache } from "../../../lib/apollo";
import type { LiveSink } from "../../../lib/live";
import type { BoardChangedSubscription } from "../../../gql/graphql";
import type { BoardEvent } from "../live/board-event";

export const UNIT = { __typename: "Unit", id: "3", key: "DEV", name: "Development" } as const;

const NAMES = [
  ["Backlog", "BACKLOG"],
  ["To do", "TODO"],
  ["In progress", "IN_PROGRESS"],
  ["Resolved", "RESOLVED"],
  ["Closed", "CLOSED"],
] as const;
export const STATUSES = NAMES.map(([name, category], index) => ({
  __typename: "Status" as const,
  id: `s${index + 1}`,
  name,
  category,
  position: index + 1,
}));
export const ANNA = { __typename: "User", id: "u1", name: "Anna Kovács", avatarUrl: null } as const;
export const BORIS = { __typename: "User", id: "u2", name: "Boris Ivanov", avatarUrl: null } as const;

export interface FakeCard {
  id: string;
  title: string;
  statusId: string;
  rank: string | null;
  revision: number;
  estimate: number | null;
  lastEvent: string;
  assignee: typeof ANNA | typeof BORIS | null;
  inTransit?: boolean;
}

/** A card as the API sends it. */
export function cardAnswer(card: FakeCard) {
  const { id, title, rank, revision, estimate, lastEvent, assignee } = card;
  const status = STATUSES.find((one) => one.id === card.statusId);
  if (!status) throw new Error(`no status ${card.statusId}`);
  return {
    __typename: "Issue" as const,
    id,
    key: `DEV-${id}`,
    title,
    type: "TASK" as const,
    priority: "NORMAL" as const,
    dueDate: null,
    estimate,
    subIssueCount: 0,
    commentCount: 0,
    inTransit: card.inTransit ?? false,
    resolution: null,
    blocked: false,
    status: { __typename: "Status" as const, id: status.id, name: status.name, category: status.category },
    assignee,
    rank,
    revision,
    archived: false,
    lastEvent,
    unit: { __typename: "Unit" as const, id: UNIT.id },
  };
}

type Answer = Promise<object> | object;

/**
 * A board's server as far as the board asks it: cards in memory, events on demand, and answers that a test can hold back.
 */
export class FakeBoard {
  readonly cards = new Map<string, FakeCard>();
  readonly calls: { readonly name: string; readonly variables: Readonly<Record<string, unknown>> }[] = [];
  readonly answers: Record<string, (variables: Record<string, unknown>) => Answer> = {};
  readonly client: ApolloClient;
  lastEvent = 100;
  /** How many full cards each column answers with. */
  firstCards = 20;
  sink: LiveSink<BoardChangedSubscription> | null = null;
  streamVariables: (() => object) | null = null;
  streams = 0;

  constructor(counts: readonly number[]) {
    let id = 0;
    counts.forEach((count, column) => {
      for (let index = 0; index < count; index += 1) {
        id += 1;
        this.add({ id: String(id), statusId: `s${column + 1}`, rank: `m${String(index).padStart(5, "0")}` });
      }
    });
    this.client = new ApolloClient({
      cache: createCache(),
      link: new ApolloLink((operation) => this.run(operation)),
    });
  }

  add(card: Partial<FakeCard> & { id: string }): FakeCard {
    const full = {
      title: `Title ${card.id}`,
      statusId: "s1",
      rank: "m",
      revision: 1,
      estimate: 1,
      lastEvent: "1",
      assignee: null,
      ...card,
    };
    this.cards.set(full.id, full);
    return full;
  }

  card(id: string): FakeCard {
    const card = this.cards.get(id);
    if (!card) throw new Error(`no card ${id}`);
    return card;
  }

  ids(statusId: string): string[] {
    return [...this.cards.values()]
      .filter((card) => card.statusId === statusId && card.rank !== null)
      .toSorted((a, b) => ((a.rank ?? "") < (b.rank ?? "") ? -1 : 1))
      .map(({ id }) => id);
  }

  asked(name: string) {
    return this.calls.filter((call) => call.name === name);
  }

  /** A change by somebody; the event that tells of it. */
  change(
    id: string,
    change: Partial<FakeCard>,
    kind = "ISSUE_MOVED",
    actor: typeof ANNA | typeof BORIS = BORIS,
  ): BoardEvent {
    const card = this.card(id);
    this.lastEvent += 1;
    Object.assign(card, change, { revision: card.revision + 1, lastEvent: String(this.lastEvent) });
    const fields = Object.keys(change).map((field) => ({
      field: field === "statusId" ? "status" : field,
      before: null,
    }));
    return {
      issueId: id,
      event: { id: card.lastEvent, kind, clientMutationId: null, actor, changes: fields },
      issue: cardAnswer(card),
    };
  }

  tell(event: BoardEvent): void {
    this.sink?.next({ boardChanged: event });
  }

  board(withCards: boolean) {
    const columns = STATUSES.map((status) => {
      const ids = this.ids(status.id);
      const nodes = ids.slice(0, this.firstCards).map((id) => cardAnswer(this.card(id)));
      return {
        name: status.name,
        category: status.category,
        wipLimit: null,
        count: ids.length,
        estimateSum: ids.length,
        olderCount: 0,
        issueIds: ids,
        status: { __typename: "Status", id: status.id },
        statuses: [{ __typename: "Status", id: status.id }],
        ...(withCards && { issues: { nodes } }),
      };
    });
    return { board: { __typename: "Board", lastEvent: String(this.lastEvent), columns } };
  }

  private defaultAnswer(name: string, variables: Record<string, unknown>): object {
    if (name === "Board") return this.board(true);
    if (name === "BoardOrder") return this.board(false);
    if (name === "Cards") {
      const ids = variables["ids"] as string[];
      return {
        issues: { nodes: ids.flatMap((id) => (this.cards.has(id) ? cardAnswer(this.card(id)) : [])) },
      };
    }
    if (name === "CardRights") {
      const moveTo = STATUSES.filter(({ category }) => category !== "CLOSED");
      return {
        issue: {
          __typename: "Issue",
          id: variables["id"],
          blocked: false,
          can: { assign: true, take: false, moveTo },
        },
      };
    }
    throw new TypeError(`no answer for ${name}`);
  }

  private run(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const name = operation.operationName ?? "";
    const { variables } = operation;
    this.calls.push({ name, variables });
    return new Observable((observer) => {
      const answer = async () => {
        const data = await (this.answers[name]?.(variables) ?? this.defaultAnswer(name, variables));
        observer.next(
          "errors" in data ? (data as ApolloLink.Result) : { data: data as Record<string, unknown> },
        );
        observer.complete();
      };
      answer().catch((error: unknown) => {
        observer.error(error);
      });
    });
  }
}

/** Puts the stream of board changes into the test's hands; to be called with the mocked module. */
export function holdStream(board: FakeBoard, live: typeof import("../../../lib/live")): void {
  vi.mocked(live.subscribeLive).mockImplementation((_document, variables, sink) => {
    board.streams += 1;
    board.sink = sink;
    board.streamVariables = variables;
    return () => {
      board.sink = null;
    };
  });
}

/** The answer to a move, given when the test says so. */
export function held(): { readonly promise: Promise<object>; give(answer: object): void; lose(): void } {
  let give: (answer: object) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<object>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return {
    promise,
    give: (answer) => {
      give(answer);
    },
    lose: () => {
      fail(new TypeError("fetch failed"));
    },
  };
}

export function refusedWith(code: string, extensions: object = {}): object {
  return { errors: [{ message: code, extensions: { code, ...extensions } }] };
}
