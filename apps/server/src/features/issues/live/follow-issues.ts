import { GraphQLError } from "graphql";
import { hatsByFacts } from "@stafeta/domain/issues/issue-event-sight";
import { canSee, type Viewer } from "@stafeta/domain/rights/viewer";
import type { Hats } from "@stafeta/domain/rights/hats";
import { isId } from "@stafeta/domain/shared/ids";
import type { SubscriptionContext } from "../../../access/subscription-context.js";
import { notFound, RefusedError, unauthenticated } from "../../../platform/graphql/refused.js";
import type { OpenStream } from "../../../platform/live/open-stream.js";
import { issueHubOf, type IssueHub } from "./issue-hub.js";
import { IssueShape } from "./issue-shape.js";
import { IssueStream, type Followed } from "./issue-stream.js";
import { answerOf, readingOf } from "./live-answers.js";
import type { LiveEvent, LiveEventRecord, LiveMessage } from "./live-event.js";
import { lostRightSince, startOfStream, type LiveStart } from "./live-event.queries.js";
import { messageFor } from "./live-groups.js";
import { LiveMoment } from "./live-moment.js";

/** I9: a stream that missed more is begun anew. */
export const MAX_MISSED = 500;
/** The company or an issue may change while what was missed is put into words; not for ever. */
const TRIES = 20;

function unknownSince(): RefusedError {
  return new RefusedError("CONFLICT", "Too much has happened since, or there was no such event", {
    rule: "I9",
    field: "since",
    message: { key: "since.unknown", params: {} },
  });
}

/** Ids have no gaps: whatever was committed is known, whether or not it was told to this viewer. */
function checkSince(since: string | null, { stamp, events }: LiveStart): void {
  if (since === null) return;
  if (BigInt(since) > BigInt(stamp.lastEvent) || events.length > MAX_MISSED) throw unknownSince();
}

interface Missed {
  readonly message: LiveMessage;
  readonly hats: Hats;
}

/** What was missed, put into words one after another; null when it is stale. */
async function answersTo(
  hub: IssueHub,
  stream: IssueStream,
  moment: LiveMoment,
  viewer: Viewer,
  events: readonly LiveEvent[],
): Promise<string[] | null> {
  const missed = events.flatMap((event): Missed[] => {
    const told = messageFor(event, stream, moment.company, viewer);
    return told ? [{ message: told.message, hats: hatsByFacts(viewer, event.record.now) }] : [];
  });
  const byHats = new Map<Hats, LiveEventRecord[]>();
  for (const { hats, message } of missed) byHats.set(hats, [...(byHats.get(hats) ?? []), message.event]);
  const readings = new Map([...byHats].map(([hats, records]) => [hats, readingOf(moment, viewer, records)]));
  const answers: string[] = [];
  for (const { message, hats } of missed) {
    const reading = readings.get(hats) ?? readingOf(moment, viewer, [message.event]);
    const answer = await answerOf(hub.parts.executors, stream.live.operation, message, reading);
    if (answer === null) return null;
    answers.push(answer);
  }
  return answers;
}

function checkSight(
  { followed }: IssueStream,
  moment: LiveMoment,
  viewer: Viewer,
  { sight }: LiveStart,
): void {
  const isThere =
    followed.kind === "BOARD"
      ? moment.company.unitById.has(followed.unitId)
      : sight !== null && canSee(hatsByFacts(viewer, sight));
  if (!isThere) throw notFound();
}

/** False: something changed while it was begun. */
async function tryToBegin(hub: IssueHub, stream: IssueStream, since: string | null): Promise<boolean> {
  const { access } = hub.parts;
  const { company } = await access.companies.get(access.database);
  if (!company) throw notFound();
  const start = await startOfStream(access.database, stream.target(company), since, MAX_MISSED + 1);
  const moment = await LiveMoment.of(access, start.stamp);
  if (moment?.company !== company) return false;
  await hub.checkRights(moment);
  const viewer = moment.viewerOf(stream.live.userId);
  if (!viewer || !stream.live.isOpen()) throw unauthenticated();
  checkSight(stream, moment, viewer, start);
  checkSince(since, start);
  const missed = await answersTo(hub, stream, moment, viewer, start.events);
  // R2: the right may have ended between the loading of the board and this stream.
  const hadRight = since !== null && (await lostRightSince(access.database, viewer.userId, since));
  if (!missed || !hub.isCurrent(moment)) return false;
  stream.hadRight = hadRight;
  const isKept = stream.keepsRight(viewer, moment.company);
  stream.begin(isKept ? missed : [], BigInt(start.stamp.lastEvent));
  if (!isKept) stream.end();
  return true;
}

/**
 * Opens a stream of events of issues: what was missed since an event first, then what happens, each once and in order (I9).
 *
 * @throws RefusedError NOT_FOUND for what does not exist, cannot be seen or is no id; CONFLICT for an unknown `since`
 */
export async function followIssues(
  context: SubscriptionContext,
  followed: Followed,
  since: string | null | undefined,
): Promise<OpenStream> {
  const hub = issueHubOf(context.access);
  const { operation } = context.live;
  if (!isId(followed.kind === "BOARD" ? followed.unitId : followed.issueId)) throw notFound();
  if (since != null && !isId(since)) throw unknownSince();
  const shape = new IssueShape(hub.parts.executors.schema, operation);
  const stream = new IssueStream(context.live, followed, shape, (left) => {
    hub.leave(left);
  });
  try {
    await hub.join(stream);
    for (let tries = 0; tries < TRIES; tries++) {
      if (await tryToBegin(hub, stream, since ?? null)) return stream.open;
    }
  } catch (error) {
    stream.end();
    throw error;
  }
  stream.end();
  throw new GraphQLError("Too much changes at once: try again", { extensions: { code: "RATE_LIMITED" } });
}
