import type { Access } from "./access/request-context.js";
import { SocketSessions } from "./access/socket-sessions.js";
import { COSTS } from "./costs.js";
import type { Doors } from "./doors.js";
import { openIssueHub } from "./features/issues/live/issue-hub.js";
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

/** Sockets on the port of the API, and the events that go out by them. @returns ends both */
export async function openLive(parts: LiveParts): Promise<() => Promise<void>> {
  const { access, connection, doors, documents, executors, metrics } = parts;
  const onTrouble = (error: unknown) => {
    access.log.warn({ err: error }, "live events are delayed");
  };
  const sessions = new SocketSessions(access.database, onTrouble);
  const hub = openIssueHub({
    access,
    executors,
    sessions,
    onCount: (what, number) => {
      if (what === "streams") metrics.subscriptions.set(number);
      else metrics[what].inc(number);
    },
  });
  const onNotice = () => {
    hub.wake();
  };
  const listener = new Listener({ connection, onNotice, onTrouble });
  const sockets = new SocketServer(
    makeSocketHost({ access, executors, documents, costs: COSTS, doors, sessions }),
  );
  metrics.countSockets(() => sockets.count);
  doors.server.on("upgrade", sockets.upgrade);
  await listener.start();
  return async () => {
    hub.stop();
    await Promise.all([sockets.stop(), listener.stop()]);
    sessions.clear();
  };
}
