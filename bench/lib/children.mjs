import { spawn } from "node:child_process";
import { createServer } from "node:net";

const running = new Set();
const STOP_LIMIT_MS = 15_000;

/** @returns {Promise<number>} a port that was free a moment ago */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tells of what a child wrote when it did not do what it should have. */
class Output {
  text = "";
  waiting = null;

  take(chunk) {
    this.text = (this.text + chunk).slice(-20_000);
    if (this.waiting?.pattern.test(this.text)) this.waiting.resolve();
  }

  until(pattern) {
    return new Promise((resolve) => {
      if (pattern.test(this.text)) resolve();
      else this.waiting = { pattern, resolve };
    });
  }
}

/**
 * Starts a program and waits until it says that it is ready.
 *
 * @param {{ command: readonly string[], env?: Record<string, string>, cwd?: string, ready: RegExp, limitMs: number }} what
 * @returns {Promise<{ pid: number, stop: () => Promise<void> }>}
 */
export async function startChild({ command, env = {}, cwd, ready, limitMs }) {
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const output = new Output();
  child.stdout.on("data", (chunk) => output.take(chunk));
  child.stderr.on("data", (chunk) => output.take(chunk));
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(`it ended with ${signal ?? code}`));
  }).finally(() => running.delete(child));
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs, `not within ${limitMs / 1000} s`);
  });
  const fault = await Promise.race([output.until(ready), ended, late]);
  clearTimeout(timer);
  const stop = () => stopChild(child, ended);
  if (fault === undefined) return { pid: child.pid, stop };
  await stop();
  throw new Error(`${command.join(" ")} did not start: ${fault}\n${output.text}`);
}

async function stopChild(child, ended) {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

/** Whatever still runs; each cleans up by itself. */
export async function stopAllChildren() {
  for (const child of running) child.kill("SIGTERM");
  await Promise.all([...running].map((child) => new Promise((resolve) => child.once("close", resolve))));
}
