import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, reasonOf, StartError } from "../process/start-error.js";
import type { Account } from "./account.js";

/** Where everything of the embedded PostgreSQL lies under DATA_DIR. */
export interface DataFolder {
  readonly root: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

/** A Unix socket's path has room for 107 bytes; PostgreSQL adds "/.s.PGSQL.5432" and, for its lock, ".lock". */
const LONGEST_SOCKET_FOLDER = 100 - "/.s.PGSQL.5432.lock".length;
const TEMPORARY_SOCKETS = "stafeta-run-";
const LARGEST_LOG_BYTES = 10_000_000;

/** Makes DATA_DIR when it is missing and makes sure that we may write there. */
export function openDataFolder(dataDir: string): DataFolder {
  const root = makeWritable(resolve(dataDir));
  return {
    root,
    cluster: join(root, "pg"),
    password: join(root, "postgres.password"),
    log: join(root, "postgres.log"),
  };
}

/** The real path, since whoever runs PostgreSQL must be able to enter each folder of it. */
function makeWritable(path: string): string {
  const probe = join(path, `.probe-${String(process.pid)}`);
  try {
    makeFolders(path);
    writeFileSync(probe, "");
    rmSync(probe);
    return realpathSync(path);
  } catch (error) {
    throw new StartError("DATA_DIR", `${path} ${unusable(error)}`);
  }
}

/** By hand, as Node.js' own recursive mkdir never ends where the parent exists and yet takes no folder (/proc). */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) makeFolders(dirname(path));
  mkdirSync(path);
}

function unusable(error: unknown): string {
  switch (codeOf(error)) {
    case "EEXIST":
    case "ENOTDIR":
      return "is not a folder";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "cannot be written";
    case "ENOSPC":
      return "has no space left";
    default:
      return `cannot be used: ${reasonOf(error)}`;
  }
}

/**
 * The password of PostgreSQL's superuser, made on the first start. The link makes it appear whole and once, whoever
 * starts at the same time.
 */
export function readOrMakePassword(folder: DataFolder): string {
  if (!existsSync(folder.password)) {
    if (existsSync(folder.cluster)) {
      throw new StartError(
        "DATA_DIR",
        `${folder.root} holds a database whose file postgres.password is gone`,
      );
    }
    const draft = `${folder.password}.${String(process.pid)}`;
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    try {
      linkSync(draft, folder.password);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    rmSync(draft);
  }
  return readFileSync(folder.password, "utf8").trim();
}

export function giveTo(path: string, account: Account | null): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

function giveTreeTo(path: string, account: Account): void {
  chownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) giveTreeTo(inner, account);
    else if (entry.isFile()) chownSync(inner, account.uid, account.gid);
  }
}

/** A folder for PostgreSQL alone, emptied: after a kill an old socket's lock file would stop it. */
export function makeOwnFolder(path: string, account: Account | null): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  giveTo(path, account);
}

/** DATA_DIR/run, or a name in the system's temporary folder when that path is too long for a socket. */
export function chooseSocketFolder(root: string): string {
  const inside = join(root, "run");
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  return join(tmpdir(), `${TEMPORARY_SOCKETS}${randomBytes(6).toString("hex")}`);
}

/** Removes a socket folder outside DATA_DIR; what a file says is not trusted to be one. */
export function removeTemporarySockets(path: string): void {
  const ours = dirname(path) === tmpdir() && basename(path).startsWith(TEMPORARY_SOCKETS);
  if (ours) rmSync(path, { recursive: true, force: true });
}

/**
 * Sets owner and mode right before each start: PostgreSQL refuses a cluster that others may read (a `chmod -R` of the
 * user's) or that belongs to somebody else (a `chown -R` to root).
 */
export function healCluster(folder: DataFolder, account: Account | null): void {
  if (!existsSync(join(folder.cluster, "PG_VERSION"))) {
    throw new StartError("DATA_DIR", `${folder.root} has a folder pg that is not a database of PostgreSQL`);
  }
  if (account !== null && statSync(folder.cluster).uid === 0) giveTreeTo(folder.cluster, account);
  chmodSync(folder.cluster, 0o700);
}

/** Where PostgreSQL writes what it has to say; the file before it is kept once. */
export function rotateLog(folder: DataFolder): void {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) renameSync(folder.log, `${folder.log}.1`);
}

/** The last complaint in PostgreSQL's output, for a message of one line. */
export function lastComplaint(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  return (fatal ?? lines.at(-1) ?? "no word why").replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, "");
}
