import { randomUUID } from "node:crypto";
import { runOperation, type Executors, type Operation } from "../../../platform/graphql/live-document.js";
import type { LiveEventRecord, LiveMessage } from "./live-event.js";
import type { LiveGroup } from "./live-groups.js";
import type { LiveMoment } from "./live-moment.js";
import { LiveReading } from "./live-reading.js";

/** The serialised answer; null when it is stale: what it was decided by holds no more. */
export async function answerOf(
  executors: Executors,
  operation: Operation,
  message: LiveMessage,
  reading: LiveReading,
): Promise<string | null> {
  reading.begin();
  const answer = await runOperation(executors, operation, message, reading, true);
  return reading.isStale ? null : JSON.stringify(answer);
}

export function readingOf(
  moment: LiveMoment,
  viewer: LiveGroup["viewer"],
  events: readonly LiveEventRecord[],
): LiveReading {
  const byIssue = new Map(events.map((event) => [event.issueId as string, event]));
  return new LiveReading(moment.basis(viewer), byIssue, randomUUID());
}

/** One execution for each group, all at once; null when any of them is stale. */
export async function answersOf(
  executors: Executors,
  moment: LiveMoment,
  groups: readonly LiveGroup[],
): Promise<string[] | null> {
  const answers = await Promise.all(
    groups.map(({ message, viewer, streams: [first] }) => {
      if (!first) throw new Error("a group has a stream");
      const reading = readingOf(moment, viewer, [message.event]);
      return answerOf(executors, first.live.operation, message, reading);
    }),
  );
  return answers.every((answer) => answer !== null) ? answers : null;
}
