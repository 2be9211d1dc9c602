import type { Log } from "../process/log.js";
import { chooseAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { claimCluster, type Held } from "./claim.js";
import type { Cluster } from "./cluster.js";
import {
  chooseSocketFolder,
  openDataFolder,
  readOrMakePassword,
  removeTemporarySockets,
} from "./data-folder.js";
import { connect, stopPostmaster, type SocketConnection } from "./postmaster.js";

const DATABASE = "stafeta";

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Gives up waiting and leaves nothing running. */
  readonly signal?: AbortSignal;
  /** PostgreSQL is gone and cannot be brought back: the server has to end. */
  readonly onFailure?: (error: unknown) => void;
  /** Further `-c` settings; tests switch off what makes a commit last. */
  readonly settings?: Readonly<Record<string, string>>;
  /** false only in tests: initdb does not wait for the disk. */
  readonly sync?: boolean;
}

export interface EmbeddedPostgres {
  readonly connection: SocketConnection & { readonly database: string };
  /** Ends PostgreSQL when all is written; may be called twice. */
  readonly stop: () => Promise<void>;
}

async function openCluster(options: EmbeddedPostgresOptions): Promise<Cluster> {
  const folder = openDataFolder(options.dataDir);
  const binaries = await findBinaries();
  const { log, signal, settings = {}, sync = true } = options;
  const account = chooseAccount(folder.root, folder.cluster);
  const password = readOrMakePassword(folder);
  const socketFolder = chooseSocketFolder(folder.root);
  return { folder, binaries, account, password, socketFolder, log, signal, settings, sync };
}

async function ensureDatabase(connection: SocketConnection): Promise<void> {
  const client = await connect(connection);
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Keeps PostgreSQL running for as long as the server lives. */
class Keeper {
  readonly #cluster: Cluster;
  readonly #onFailure: (error: unknown) => void;
  #held: Held | null = null;
  #comingBack: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | null = null;

  constructor(cluster: Cluster, onFailure: (error: unknown) => void) {
    this.#cluster = cluster;
    this.#onFailure = onFailure;
  }

  async claim(socketFolder: string): Promise<SocketConnection> {
    const onLost = (): void => {
      this.#comingBack = this.#bringBack();
    };
    this.#held = await claimCluster({ ...this.#cluster, socketFolder }, onLost);
    return this.#held.postmaster.connection;
  }

  /** It went away while we run (killed for memory, say), or cut all sessions after the crash of one. */
  async #bringBack(): Promise<void> {
    const lost = this.#held;
    if (this.#stopping !== null || lost === null) return;
    this.#held = null;
    this.#cluster.log.error("PostgreSQL went away; starting it again");
    try {
      // Under the same path, since the pools go on with it.
      await this.claim(lost.postmaster.connection.host);
      this.#cluster.log.warn("PostgreSQL is back");
    } catch (error) {
      this.#onFailure(error);
    }
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    await this.#comingBack;
    if (this.#held === null) return;
    const { lock, postmaster } = this.#held;
    lock.letGo();
    await stopPostmaster(this.#cluster.folder.cluster, postmaster.pid);
    removeTemporarySockets(postmaster.connection.host);
  }
}

/**
 * A real PostgreSQL in DATA_DIR: made on the first start, found again after a kill of the server, brought back after
 * a kill of everything, and ours alone for as long as we live.
 *
 * @throws StartError one line that names DATA_DIR (or DATABASE_URL, where it cannot run at all)
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options);
  const keeper = new Keeper(cluster, options.onFailure ?? (() => undefined));
  const connection = await keeper.claim(cluster.socketFolder);
  try {
    await ensureDatabase(connection);
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return { connection: { ...connection, database: DATABASE }, stop: () => keeper.stop() };
}
