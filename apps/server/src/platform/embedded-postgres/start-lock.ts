import { statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, StartError } from "../process/start-error.js";

const LIMIT_MS = 60_000;
const POLL_MS = 25;

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * Lets one server at a time find out about DATA_DIR's PostgreSQL and start it; who keeps the folder is decided by
 * FolderLock afterwards. The lock is a name in the kernel (an abstract socket), which goes when its process goes, so a
 * kill leaves nothing to clear; the folder's device and inode are the same by whatever path it is named. Other
 * systems than Linux have no such names and do without.
 *
 * @returns gives the lock back
 */
export async function takeStartLock(root: string, signal: AbortSignal | undefined): Promise<() => void> {
  if (process.platform !== "linux") return () => undefined;
  const { dev, ino } = statSync(root, { bigint: true });
  const begin = Date.now();
  for (;;) {
    signal?.throwIfAborted();
    try {
      const server = await listen(`\0stafeta-start-${String(dev)}-${String(ino)}`);
      return () => void server.close();
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE") throw error;
      if (Date.now() - begin > LIMIT_MS)
        throw new StartError("DATA_DIR", `${root} is in use by a server that is starting`);
    }
    await sleep(POLL_MS);
  }
}
