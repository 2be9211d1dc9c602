import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const POLL_MS = 300;
const HIGHEST = 12;
/** The title that npx gives itself, or the script before it does. */
const NPX = /^npm exec\b|^\S*node\S* \S*\/npx(-cli\.js)?(\s|$)/;
const hasProc = existsSync("/proc/self/stat");

/** @returns {number | null} null when there is no such process any more */
function parentOf(pid) {
  try {
    if (!hasProc) return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    // "123 (name, which may hold brackets and blanks) S 45 ..."
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

function commandOf(pid) {
  try {
    if (!hasProc) return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** Our ancestors up to npx, each with its parent; empty when npx is not among them. */
function chainToNpx() {
  const chain = [];
  let pid = process.pid;
  for (let step = 0; step < HIGHEST && pid > 1; step += 1) {
    const parent = parentOf(pid);
    if (parent === null) return [];
    chain.push({ pid, parent });
    if (NPX.test(commandOf(parent))) return chain;
    pid = parent;
  }
  return [];
}

/**
 * npx keeps a SIGTERM to itself: it ends, and leaves pnpm and us running. So whoever is started by npx looks whether
 * its ancestors are still there, and is stopped as by SIGTERM when one of them is gone. Call it first of all, since
 * npx may end while we build.
 */
export function stopWithNpx() {
  const chain = chainToNpx();
  if (chain.length === 0) return;
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, POLL_MS);
  timer.unref();
}
