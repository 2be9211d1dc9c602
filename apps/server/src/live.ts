import type { Access } from "./access/request-context.js";
import { SocketSessions } from "./access/socket-sessions.js";
import { COSTS } from "./costs.js";
import type { Doors } from "./doors.js";
import { openIssueHub, type IssueHub } from "./features/issues/live/issue-hub.js";
import { openInboxHub, type InboxHub } from "./features/notices/live/inbox-hub.js";
import type { DatabaseConnection } from "./platform/db/connect.js";
import type { Documents } from "./platform/graphql/documents.js";
import type { Executors } from "./platform/graphql/live-document.js";
import type { Metrics } from "./platform/http/metrics.js";
import { Listener } from "./platform/live/listener.js";
import { SocketServer } from "./platform/live/socket-server.js";
import { makeSocketHost } from "./sockets.js";

export interface LiveParts {
  readonly access: Access;
  readonly connection: DatabaseConnection;
  readonly doors: Doors;
  readonly documents: Documents;
  readonly executors: Executors;
  readonly metrics: Metrics;
}

/** What happens to issues, and what concerns a person. */
function openHubs(
  { access, executors, metrics }: LiveParts,
  sessions: SocketSessions,
): readonly (IssueHub | InboxHub)[] {
  const streams = { issues: 0, inbox: 0 };
  const counted = (of: keyof typeof streams) => (what: "streams" | "events" | "messages", number: number) => {
    if (what !== "streams") metrics[what].inc(number);
    else {
      streams[of] = number;
      metrics.subscriptions.set(streams.issues + streams.inbox);
    }
  };
  const issues = openIssueHub({ access, executors, sessions, onCount: counted("issues") });
  return [issues, openInboxHub({ access, executors, issues, onCount: counted("inbox") })];
}

/** Sockets on the port of the API, and the events that go out by them. @returns ends both */
export async function openLive(parts: LiveParts): Promise<() => Promise<void>> {
  const { access, connection, doors, documents, executors, metrics } = parts;
  const onTrouble = (error: unknown) => {
    access.log.warn({ err: error }, "live events are delayed");
  };
  const sessions = new SocketSessions(access.database, onTrouble);
  const hubs = openHubs(parts, sessions);
  const onNotice = () => {
    for (const hub of hubs) hub.wake();
  };
  const listener = new Listener({ connection, onNotice, onTrouble });
  const sockets = new SocketServer(
    makeSocketHost({ access, executors, documents, costs: COSTS, doors, sessions }),
  );
  metrics.countSockets(() => sockets.count);
  doors.server.on("upgrade", sockets.upgrade);
  await listener.start();
  return async () => {
    for (const hub of hubs) hub.stop();
    await Promise.all([sockets.stop(), listener.stop()]);
    sessions.clear();
  };
}
