import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface ProcessState {
  readonly name: string;
  readonly zombie: boolean;
}

function processState(pid: number): ProcessState | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (existsSync("/proc/self/stat")) {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
      // "123 (name, which may hold brackets and blanks) S ..."
      const end = stat.lastIndexOf(")");
      return { name: stat.slice(stat.indexOf("(") + 1, end), zombie: /[ZX]/.test(stat.charAt(end + 2)) };
    }
    const [state = "", ...name] = execFileSync("ps", ["-o", "stat=,comm=", "-p", String(pid)], {
      encoding: "utf8",
    })
      .trim()
      .split(/\s+/);
    return { name: name.join(" ").replace(/^.*\//, ""), zombie: state.startsWith("Z") };
  } catch {
    return null;
  }
}

/** Whether a process with this pid runs; one that is over and only waits to be collected does not. */
export function isRunning(pid: number): boolean {
  const state = processState(pid);
  return state !== null && !state.zombie;
}

/** What a postmaster notes about itself in its cluster. */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
}

const nameOf = (cluster: string): string => join(cluster, "postmaster.pid");

/** null where there is none, or none that says anything. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    // Lines: pid, cluster, start time, port, socket folder, address, shared memory, state.
    const lines = readFileSync(nameOf(cluster), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? "" } : null;
  } catch {
    return null;
  }
}

/**
 * Whether the file's process is the postmaster of this cluster. After a kill of everything it may be a zombie, or in
 * a new container its pid may belong to anything, another PostgreSQL included: that one works in another folder.
 */
export function isItsPostmaster(cluster: string, pid: number): boolean {
  const state = processState(pid);
  if (state === null || state.zombie || state.name !== "postgres") return false;
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === realpathSync(cluster);
  } catch {
    // Not ours to look at, or no /proc: the name has to do, and PostgreSQL itself looks at the shared memory.
    return true;
  }
}

/**
 * Makes PostgreSQL overlook the file of a postmaster that is gone: it takes the pid of its own parent, us, as stale.
 * To delete the file would lose its check for shared memory that is still in use; an empty one says nothing.
 */
export function disownPostmasterFile(cluster: string): void {
  const file = nameOf(cluster);
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  if (rest.length === 0) rmSync(file);
  else writeFileSync(file, [String(process.pid), ...rest].join("\n"));
}
