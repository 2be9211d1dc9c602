import type { ReadScope } from "../../access/read-scope.js";
import {
  connectionOf,
  decodeIdCursor,
  encodeCursor,
  nodeSelection,
  pageSize,
  wantsNodes,
  type Connection,
} from "../../platform/graphql/connection.js";
import { selects, type Selection } from "../../platform/graphql/selection.js";
import { EventPlan, type EventReading } from "./event.plan.js";
import { countEvents, eventPage, eventRow, type EventQuestion } from "./event.queries.js";

const CURSOR_ORDER = "events";

type Variables = EventReading["variables"];

export interface EventPageArguments {
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

const noCursor = (): string => "";
const NOTHING: Connection = connectionOf([], noCursor, { hasNext: false, hasPrevious: false, totalCount: 0 });

async function fetchNodes(
  scope: ReadScope,
  question: EventQuestion,
  page: { readonly first: number; readonly after: string | null },
  selection: Selection,
  variables: Variables,
) {
  const plan = new EventPlan(scope, nodeSelection(selection), variables);
  const rows = await eventPage(scope, plan, question, { after: page.after, limit: page.first + 1 });
  const kept = rows.slice(0, page.first);
  return {
    nodes: await plan.build(kept),
    cursorAt: (index: number) => encodeCursor(CURSOR_ORDER, [kept[index]?.[1] as string]),
    hasNext: rows.length > page.first,
  };
}

/**
 * The log, newest first, as far as the viewer reads it (I9, R10): two statements at most.
 *
 * @param question null: it names what is no id, so it finds nothing
 * @throws RefusedError BAD_USER_INPUT for a page that cannot be
 */
export async function fetchEvents(
  scope: ReadScope,
  question: EventQuestion | null,
  args: EventPageArguments,
  selection: Selection,
  variables: Variables,
): Promise<Connection> {
  const first = pageSize(args.first);
  const after = args.after == null ? null : decodeIdCursor(CURSOR_ORDER, args.after);
  if (question === null) return NOTHING;
  const [page, totalCount] = await Promise.all([
    wantsNodes(selection) ? fetchNodes(scope, question, { first, after }, selection, variables) : null,
    selects(selection, "totalCount") ? countEvents(scope, question) : null,
  ]);
  return connectionOf(page?.nodes ?? [], page?.cursorAt ?? noCursor, {
    hasNext: page?.hasNext ?? false,
    hasPrevious: after !== null,
    totalCount,
  });
}

/** One event, or null when there is none that the viewer reads anything of (I9). */
export async function eventById(
  scope: ReadScope,
  id: string,
  selection: Selection,
  variables: Variables,
): Promise<object | null> {
  const plan = new EventPlan(scope, selection, variables);
  const [event] = await plan.build(await eventRow(scope, plan, id));
  return event ?? null;
}
