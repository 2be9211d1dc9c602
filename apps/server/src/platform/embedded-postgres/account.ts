import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "../process/start-error.js";

/** Whom PostgreSQL runs as; it refuses root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface PasswdLine extends Account {
  readonly name: string;
}

function passwd(): readonly PasswdLine[] {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name === undefined || uid === undefined || gid === undefined
      ? []
      : [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}

/**
 * The account to run PostgreSQL as: null when we are not root, so as ourselves. For root the owner of the cluster,
 * else of the data folder, else `postgres`, else `nobody`; no account is made. initdb refuses one without a line in
 * /etc/passwd, a cluster that is there already does not mind.
 */
export function chooseAccount(dataDir: string, cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known = passwd();
  const clusterOwner = existsSync(cluster) ? statSync(cluster) : null;
  if (clusterOwner !== null && clusterOwner.uid !== 0) {
    return (
      known.find(({ uid }) => uid === clusterOwner.uid) ?? { uid: clusterOwner.uid, gid: clusterOwner.gid }
    );
  }
  const folderOwner = statSync(dataDir).uid;
  const chosen =
    known.find(({ uid }) => uid === folderOwner && uid !== 0) ??
    known.find(({ name }) => name === "postgres") ??
    known.find(({ name }) => name === "nobody");
  if (chosen === undefined) {
    throw new StartError(
      "DATABASE_URL",
      "must be set: PostgreSQL does not run as root, and no other account is there",
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

function allows(path: string, account: Account, bit: 1 | 4): boolean {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & (bit << 6)) !== 0;
  if (gid === account.gid) return (mode & (bit << 3)) !== 0;
  return (mode & bit) !== 0;
}

/** Whether the account may enter every folder above the path, and read the path itself. */
export function canReach(path: string, account: Account): boolean {
  let folder = dirname(path);
  while (allows(folder, account, 1)) {
    if (folder === dirname(folder)) return allows(path, account, 4);
    folder = dirname(folder);
  }
  return false;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

function findSetpriv(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(":"), "/usr/bin", "/bin"].filter(
    (folder) => folder !== "",
  );
  for (const folder of folders) {
    try {
      accessSync(`${folder}/setpriv`, constants.X_OK);
      return `${folder}/setpriv`;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * How to start a program as the account. Where a folder above the programs or the data is closed to it (a clone in
 * /root), the process keeps the one capability to pass; without the securebits initdb's own check (`access`) fails.
 *
 * @param paths what the program must reach, data folders with a name in them
 */
export function commandAs(
  account: Account | null,
  paths: readonly string[],
  file: string,
  args: readonly string[],
): Command {
  if (account === null) return { file, args };
  const { uid, gid } = account;
  const closed = paths.find((path) => !canReach(path, account));
  // Node.js drops the groups of root by itself when it is given a uid.
  if (closed === undefined) return { file, args, uid, gid };
  const setpriv = findSetpriv();
  if (setpriv === null) {
    throw new StartError(
      "DATA_DIR",
      `must be a folder that user ${String(uid)} may enter (${closed} is closed to it)`,
    );
  }
  const privileges = [`--reuid=${String(uid)}`, `--regid=${String(gid)}`, "--clear-groups"];
  const passage = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  return { file: setpriv, args: [...privileges, ...passage, "--", file, ...args] };
}
