import { readdirSync, readFileSync } from "node:fs";

/** What `utime` and `stime` are counted in: USER_HZ, which is 100 on every Linux. */
const TICKS_PER_SECOND = 100;

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It ended between the look at the folder and the look at the file.
    return null;
  }
}

/** "123 (name, which may hold brackets and blanks) S 45 ...": what follows the name, from the state on. */
function fieldsOf(stat) {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/**
 * Parent and CPU of a line of /proc/PID/stat. The time of children that have ended is their parent's, so that the sum
 * over a tree never falls.
 */
export function parseStat(stat) {
  const fields = fieldsOf(stat);
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), ticks: utime + stime + cutime + cstime };
}

function allProcesses() {
  const found = new Map();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : null;
    if (stat !== null) found.set(Number(name), parseStat(stat));
  }
  return found;
}

/** The process and all below it, by process id. */
export function treeOf(root, processes = allProcesses()) {
  const tree = new Map();
  const add = (pid) => {
    tree.set(pid, processes.get(pid));
    for (const [child, { parent }] of processes) if (parent === pid && !tree.has(child)) add(child);
  };
  if (processes.has(root)) add(root);
  return tree;
}

/** @returns {number} ms of CPU of a process tree so far */
export function cpuOfTree(root, processes = allProcesses()) {
  let ticks = 0;
  for (const process of treeOf(root, processes).values()) ticks += process.ticks;
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** Everything that ran on this machine, in ms of CPU; the line of /proc/stat that begins with "cpu ". */
export function parseBusy(stat) {
  const [user, nice, system, , , irq, softirq] = /^cpu +(.*)$/m.exec(stat)[1].split(" ").map(Number);
  return ((user + nice + system + irq + softirq) * 1000) / TICKS_PER_SECOND;
}

/**
 * One look at the CPU of several trees and of the whole machine.
 *
 * @param {Readonly<Record<string, number>>} roots process ids by name
 * @returns {Record<string, number>} ms by name, and `busy` for the machine
 */
export function cpuNow(roots) {
  const processes = allProcesses();
  const cpu = Object.entries(roots).map(([name, pid]) => [name, cpuOfTree(pid, processes)]);
  return { ...Object.fromEntries(cpu), busy: parseBusy(readFileSync("/proc/stat", "utf8")) };
}

/** @returns {number} MB of memory that a process tree holds (RSS, shared pages counted once a process) */
/** One process alone, MB. */
export function rssOf(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0) / 1024;
}

export function rssOfTree(root) {
  return [...treeOf(root).keys()].reduce((sum, pid) => sum + rssOf(pid), 0);
}

export function commandOf(pid) {
  return (read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ").trim();
}
