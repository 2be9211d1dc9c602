import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const POLL_MS = 300;
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

/** npx says so to what it starts, and so on down to us; pnpm says something else to us alone. */
function wasStartedByNpx(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes("npm_lifecycle_event=npx");
  } catch {
    return false;
  }
}

/** Our ancestors up to npx, each with its parent; `gone` when there was an npx, which ended before we could look. */
function chainToNpx() {
  const chain = [];
  for (let pid = process.pid; pid > 1; pid = chain.at(-1).parent) {
    const parent = parentOf(pid);
    if (parent === null) break;
    chain.push({ pid, parent });
    if (NPX.test(commandOf(parent))) return { chain, gone: false };
  }
  return { chain: [], gone: chain.some(({ pid }) => wasStartedByNpx(pid)) };
}

/**
 * npx keeps a SIGTERM to itself: it ends, and leaves pnpm and us running. So whoever is started by npx looks whether
 * its ancestors are still there, and is stopped as by SIGTERM when one of them is gone. Call it first of all, since
 * npx may end while we build.
 */
export function stopWithNpx() {
  const { chain, gone } = chainToNpx();
  if (chain.length === 0 && !gone) return;
  const timer = setInterval(
    () => {
      if (!gone && chain.every(({ pid, parent }) => parentOf(pid) === parent)) return;
      clearInterval(timer);
      process.kill(process.pid, "SIGTERM");
    },
    gone ? 0 : POLL_MS,
  );
  timer.unref();
}
