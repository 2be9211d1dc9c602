import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, StartError } from "../process/start-error.js";
import { commandAs, type Command } from "./account.js";
import { explainSpawnFailure } from "./binaries.js";
import { childEnvironment, type Cluster } from "./cluster.js";
import { giveTo, lastComplaint, type DataFolder } from "./data-folder.js";
import { isRunning } from "./postmaster-file.js";

const DRAFT = "pg.new.";

/** Folders of first starts that were killed; one of a start that is still at it stays. */
function removeDrafts(folder: DataFolder): void {
  for (const name of readdirSync(folder.root).filter((entry) => entry.startsWith(DRAFT))) {
    const pid = Number(name.slice(DRAFT.length).replace(/\D.*$/, ""));
    if (pid === process.pid || !isRunning(pid))
      rmSync(join(folder.root, name), { recursive: true, force: true });
  }
}

function run(command: Command): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const { file, args, ...account } = command;
    // In a process group of its own: a Ctrl-C reaches the server first, which waits for the end of this.
    const child = spawn(file, args, { cwd: "/", env: childEnvironment(), detached: true, ...account });
    let output = "";
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => {
      reject(explainSpawnFailure(error));
    });
    child.on("close", (code) => {
      resolve({ code, output });
    });
  });
}

/**
 * Makes the cluster on the first start: beside its place, then renamed, so that a killed first start leaves nothing
 * half, and of two at the same time the first wins.
 */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  const { folder, binaries, account, password, sync } = cluster;
  removeDrafts(folder);
  const draft = join(folder.root, `${DRAFT}${String(process.pid)}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [draft, passwordFile]) giveTo(path, account);
  const place = ["-D", draft, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  const texts = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const args = [...place, ...texts, "--no-instructions", ...(sync ? [] : ["--no-sync"])];
  const command = commandAs(account, [...binaries.needed, draft, passwordFile], binaries.initdb, args);
  const { code, output } = await run(command);
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartError("DATA_DIR", `${folder.root} cannot take a database: ${lastComplaint(output)}`);
  }
  try {
    renameSync(draft, folder.cluster);
  } catch (error) {
    // Another server was first, and its cluster is as good.
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

export function clusterExists(folder: DataFolder): boolean {
  return existsSync(folder.cluster) && readdirSync(folder.cluster).length > 0;
}
