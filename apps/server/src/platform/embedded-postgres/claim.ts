import { setTimeout as sleep } from "node:timers/promises";
import { reasonOf, StartError } from "../process/start-error.js";
import { takeFolderLock, type FolderLock } from "./folder-lock.js";
import { clusterExists, initialiseCluster } from "./initdb.js";
import type { Cluster } from "./cluster.js";
import { adoptPostmaster, launchPostmaster, type Postmaster } from "./postmaster.js";
import { takeStartLock } from "./start-lock.js";

const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** A postmaster that answers: the one that lives still, or a new one. */
async function findOrLaunch(cluster: Cluster): Promise<Postmaster> {
  let complaint = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const adopted = await adoptPostmaster(cluster);
    if (adopted !== null) return adopted;
    const launch = await launchPostmaster(cluster);
    if ("started" in launch) return launch.started;
    complaint = launch.complaint;
    // The processes of a killed postmaster need a moment to notice; whatever else it is stays as it is.
    if (!/lock file|shared memory/.test(complaint)) break;
    await sleep(PAUSE_MS);
  }
  const { root, log } = cluster.folder;
  throw new StartError("DATA_DIR", `${root} has a PostgreSQL that does not start: ${complaint} (see ${log})`);
}

/** A running PostgreSQL that is ours. */
export interface Held {
  readonly postmaster: Postmaster;
  readonly lock: FolderLock;
}

/**
 * Makes, finds or starts the PostgreSQL of DATA_DIR and takes the folder for us.
 *
 * @param onLost PostgreSQL went away afterwards
 */
export async function claimCluster(cluster: Cluster, onLost: () => void): Promise<Held> {
  const { folder } = cluster;
  const giveBack = await takeStartLock(folder.root, cluster.signal);
  try {
    if (!clusterExists(folder)) await initialiseCluster(cluster);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const postmaster = await findOrLaunch(cluster);
      try {
        const lock = await takeFolderLock(postmaster.connection, onLost);
        if (lock !== null) return { postmaster, lock };
      } catch (error) {
        // The server that had it has just stopped PostgreSQL: start it anew.
        cluster.log.warn(`PostgreSQL ended while DATA_DIR was being claimed: ${reasonOf(error)}`);
        continue;
      }
      break;
    }
  } finally {
    giveBack();
  }
  throw new StartError("DATA_DIR", `${folder.root} is in use by another server`);
}
