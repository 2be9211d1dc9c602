import { useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import type { AwaitingClosureQuery, IssueFilter } from "../../../gql/graphql";
import { asError } from "../../../lib/as-error";
import { apollo } from "../../../lib/apollo";
import { AWAITING_COUNT } from "./awaiting-count.graphql";
import { AWAITING_CLOSURE } from "./closing.graphql";

export type ClosureRow = AwaitingClosureQuery["awaitingClosure"]["nodes"][number];

/** What the queue is narrowed to; a part of the address. */
export interface ClosureFilter {
  readonly text?: string;
  /** With all units below. */
  readonly unit?: string;
  readonly assignee?: string;
}

const PAGE = 100;
/** As many as the API gives at once, and as it closes at once: what comes after moves up. */
const MOST = 500;

export function filterOf({ text, unit, assignee }: ClosureFilter): IssueFilter | null {
  const parts: IssueFilter[] = [];
  const words = text?.trim() ?? "";
  if (words !== "") parts.push({ or: [{ key: { startsWith: words.toUpperCase() } }, { text: words }] });
  if (unit !== undefined) parts.push({ underUnit: unit });
  if (assignee !== undefined) parts.push({ assignee: { eq: assignee } });
  return parts.length === 0 ? null : { and: parts };
}

export interface Awaiting {
  /** Null while the first of them are on their way. */
  readonly rows: readonly ClosureRow[] | null;
  readonly total: number;
  /** Shown until another filter's rows are there. */
  readonly isStale: boolean;
  /** Null: there are no more, or no more at once. */
  readonly more: (() => void) | null;
  readonly reload: () => Promise<void>;
}

/** L2: the queue as the server has it, the longest untouched first. */
export function useAwaiting(filter: ClosureFilter): Awaiting {
  const wanted = useMemo(() => filterOf(filter), [filter]);
  const [window, setWindow] = useState({ filter: wanted, first: PAGE });
  const first = window.filter === wanted ? window.first : PAGE;
  const variables = { filter: wanted, first };
  const { data, previousData, error } = useQuery(AWAITING_CLOSURE, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  const list = (data ?? previousData)?.awaitingClosure;
  if (error && !list) throw asError(error);
  const hasMore = list?.pageInfo.hasNextPage === true && first < MOST;
  const more = () => {
    setWindow({ filter: wanted, first: Math.min(MOST, first + PAGE) });
  };
  const reload = async () => {
    const fresh = { fetchPolicy: "network-only" } as const;
    await Promise.all([
      apollo().query({ query: AWAITING_CLOSURE, variables, ...fresh }),
      apollo().query({ query: AWAITING_COUNT, ...fresh }),
    ]);
  };
  return {
    rows: list?.nodes ?? null,
    total: list?.totalCount ?? 0,
    isStale: data === undefined && previousData !== undefined,
    more: hasMore ? more : null,
    reload,
  };
}
