import type { Log } from "../process/log.js";
import type { Account } from "./account.js";
import type { PostgresBinaries } from "./binaries.js";
import type { DataFolder } from "./data-folder.js";

/** All that is known about DATA_DIR's PostgreSQL before it runs. */
export interface Cluster {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly account: Account | null;
  readonly password: string;
  /** Where a new postmaster puts its socket; the same as before when it is started anew. */
  readonly socketFolder: string;
  /** Further `-c` settings. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether initdb waits for the disk. */
  readonly sync: boolean;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
}

/** The environment of PostgreSQL's processes: nothing of ours, so that no PG* variable changes them. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}
