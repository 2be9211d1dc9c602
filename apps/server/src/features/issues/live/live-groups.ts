import type { Company } from "@stafeta/domain/org/company";
import { hatsByFacts, issueEventSight } from "@stafeta/domain/issues/issue-event-sight";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { IssueStream } from "./issue-stream.js";
import type { LiveEvent, LiveMessage } from "./live-event.js";

/** Streams for which one execution makes the message: the first of them stands for all. */
export interface LiveGroup {
  readonly message: LiveMessage;
  readonly viewer: Viewer;
  readonly streams: IssueStream[];
}

/** What one viewer is told of an event, and the key of everybody who is told the same; null: nothing (I9, R10). */
export function messageFor(
  event: LiveEvent,
  stream: IssueStream,
  company: Company,
  viewer: Viewer,
): { readonly message: LiveMessage; readonly key: string } | null {
  const { record } = event;
  const sight = issueEventSight(viewer, record);
  if (sight === "NOTHING") return null;
  if (sight === "GONE") return { message: { event: record, isGone: true }, key: stream.shape.goneKey };
  const hats = hatsByFacts(viewer, record.now);
  const read = event.changesFor(viewer, hats);
  if (!read) return null;
  const message = { event: record, changes: read.changes, isGone: false } as const;
  return { message, key: stream.shape.key(company, viewer, hats, record, read.key) };
}

/** @param viewerOf null: whoever opened the stream is no active user any more */
export function groupsOf(
  event: LiveEvent,
  streams: Iterable<IssueStream>,
  company: Company,
  viewerOf: (stream: IssueStream) => Viewer | null,
): LiveGroup[] {
  const groups = new Map<string, LiveGroup>();
  for (const stream of streams) {
    if (!stream.follows(event.record, company)) continue;
    const viewer = viewerOf(stream);
    const told = viewer && messageFor(event, stream, company, viewer);
    if (!viewer || !told) continue;
    const group = groups.get(told.key);
    if (group) group.streams.push(stream);
    else groups.set(told.key, { message: told.message, viewer, streams: [stream] });
  }
  return [...groups.values()];
}
