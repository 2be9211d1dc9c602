import { spawn } from "node:child_process";

const running = new Set();
let interrupted = false;

/**
 * Runs a program to its end.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, show?: boolean }} options show: its output goes to ours at once
 * @returns {Promise<{ code: number, output: string }>} code 1 as well when it cannot be run or ends by a signal
 */
export function run(file, args, { cwd, env = {}, show = false }) {
  if (interrupted) return Promise.resolve({ code: 1, output: "" });
  return new Promise((resolve) => {
    const stdio = show ? "inherit" : ["ignore", "pipe", "pipe"];
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio });
    running.add(child);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 1, output: `${output}${error.message}\n` });
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends what `run` started, and starts nothing any more. All of our tools clean up at SIGINT, as at a Ctrl-C. */
export function interruptAll(signal = "SIGINT") {
  interrupted = true;
  for (const child of running) child.kill(signal);
}

/** Whether a process with this pid is there. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
