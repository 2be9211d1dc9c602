import { test as base } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "..");
const READY = /^Stafeta is ready at (http:\/\/\S+)$/m;
const READY_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 30_000;

/** One for all demo logins of a run. */
export const DEMO_PASSWORD = "stafeta-e2e-2026";

/** The settings of the contract; those of whoever runs the tests must not get in. */
const SETTINGS = [
  ...[
    "PORT",
    "HOST",
    "DATA_DIR",
    "DATABASE_URL",
    "DATABASE_REPLICA_URL",
    "REDIS_URL",
    "SMTP_URL",
    "PUBLIC_URL",
  ],
  ...["LOG_LEVEL", "DEMO", "DEMO_PASSWORD", "DEMO_SCALE", "DEMO_DEALS", "TRUST_PROXY", "ALLOWED_ORIGINS"],
];

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** A folder for DATA_DIR that PostgreSQL's account may enter. */
export function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "stafeta-e2e-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** The product's start command as a process, with all that it said. */
export class Product {
  readonly process: ChildProcess;
  #output = "";
  #errors = "";
  #exit: number | string | null = null;

  constructor(env: Readonly<Record<string, string>>, flags: readonly string[] = []) {
    const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name));
    this.process = spawn(process.execPath, [join(ROOT, "scripts/start.mjs"), ...flags], {
      cwd: ROOT,
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process.stdout?.on("data", (chunk: Buffer) => (this.#output += chunk.toString()));
    this.process.stderr?.on("data", (chunk: Buffer) => (this.#errors += chunk.toString()));
    this.process.on("close", (code, signal) => {
      this.#exit = code ?? signal;
    });
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  /** @returns its exit code, or the signal that ended it */
  async ended(limitMs = STOP_LIMIT_MS): Promise<number | string> {
    const begin = Date.now();
    while (this.#exit === null) {
      await sleep(20);
      if (Date.now() - begin > limitMs) throw new Error(`still running:\n${this.#output}${this.#errors}`);
    }
    return this.#exit;
  }

  /** @returns the address that it says it is ready at */
  async ready(limitMs = READY_LIMIT_MS): Promise<string> {
    const begin = Date.now();
    for (;;) {
      const url = READY.exec(this.#output)?.[1];
      if (url !== undefined) return url;
      if (this.#exit !== null || Date.now() - begin > limitMs) {
        throw new Error(`not ready (exit ${String(this.#exit)}):\n${this.#output}${this.#errors}`);
      }
      await sleep(20);
    }
  }

  stop(): Promise<number | string> {
    this.process.kill("SIGTERM");
    return this.ended();
  }
}

export interface Stack {
  readonly url: string;
  readonly password: string;
  readonly product: Product;
  stop(): Promise<void>;
}

/** The built product with the demo company, on a free port, in a data folder of its own. */
export async function startStack(env: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const dataDir = makeDataDir();
  const port = String(await freePort());
  const settings = { PORT: port, DATA_DIR: dataDir, DEMO: "1", DEMO_PASSWORD, LOG_LEVEL: "warn", ...env };
  const product = new Product(settings);
  const stop = async (): Promise<void> => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await product.ready(), password: DEMO_PASSWORD, product, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A test with a product of its worker's own; addresses are relative to it (`page.goto("/board/DEV")`). */
export const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
});
