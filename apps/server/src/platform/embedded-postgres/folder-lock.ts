import { setTimeout as sleep } from "node:timers/promises";
import { connect, type SocketConnection } from "./postmaster.js";

/** Any fixed number, and "postgres", the database that is always there: an advisory lock is of one database. */
const LOCK_KEY = 5_741_903;
/** A killed server's session ends a moment after it. */
const PATIENCE_MS = 1500;
const POLL_MS = 50;

export interface FolderLock {
  /** Lets the lock's connection end without a call of `onLost`; PostgreSQL is about to be stopped. */
  letGo(): void;
}

/**
 * Says that DATA_DIR is ours: a session advisory lock on a connection of its own, for the life of the server.
 *
 * @param onLost PostgreSQL went away under us, or cut its sessions after the crash of one
 * @returns null when another server holds it
 */
export async function takeFolderLock(
  connection: SocketConnection,
  onLost: () => void,
): Promise<FolderLock | null> {
  const client = await connect(connection);
  const begin = Date.now();
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      LOCK_KEY,
    ]);
    if (rows[0]?.taken === true) break;
    if (Date.now() - begin > PATIENCE_MS) {
      await client.end();
      return null;
    }
    await sleep(POLL_MS);
  }
  let held = true;
  client.once("end", () => {
    if (held) onLost();
    held = false;
  });
  return {
    letGo: () => {
      held = false;
    },
  };
}
