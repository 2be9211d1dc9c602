import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

export interface Browser {
  readonly executablePath: string;
  /** What has to be in its environment besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** Thrown with one line that says what to do. */
export class NoBrowserError extends Error {
  override readonly name = "NoBrowserError";
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Settings of the browser for tests; the sandbox is left out for root only, whom Chromium refuses otherwise. */
export const BROWSER_ARGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it runs: some systems have a chromium-browser that only says how to install the real one. */
function runs({ executablePath, env }: Browser): boolean {
  const options = { env: { ...process.env, ...env }, timeout: 30_000, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(executablePath, ["--version"], options);
  return status === 0 && /Chrom/.test(stdout);
}

function onPath(): Browser | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of NAMES) {
    const executablePath = folders.map((folder) => join(folder, name)).find(isProgram);
    if (executablePath !== undefined && runs({ executablePath, env: {} })) return { executablePath, env: {} };
  }
  return null;
}

/** The package's libraries, for a system without NSS: a tar packed by brotli. */
function unpackLibraries(packed: string): string {
  const into = join(CACHE, "al2023");
  if (!existsSync(join(into, "lib"))) {
    mkdirSync(into, { recursive: true });
    const tar = join(into, "libraries.tar");
    writeFileSync(tar, brotliDecompressSync(readFileSync(packed)));
    execFileSync("tar", ["-xf", tar, "-C", into]);
  }
  return join(into, "lib");
}

function packageEntry(): string | null {
  try {
    return createRequire(import.meta.url).resolve("@sparticuz/chromium");
  } catch {
    // An optional dependency.
    return null;
  }
}

const CACHE = join(import.meta.dirname, "../node_modules/.cache/stafeta-chromium");

async function unpack(entry: string): Promise<Browser | null> {
  mkdirSync(CACHE, { recursive: true });
  const temporary = process.env["TMPDIR"];
  // The package unpacks into the temporary folder, where somebody else's may lie already.
  process.env["TMPDIR"] = CACHE;
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  if (temporary === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = temporary;

  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(CACHE, "fonts") };
  const plain: Browser = { executablePath, env: fonts };
  if (runs(plain)) return plain;
  const packed = join(dirname(dirname(dirname(entry))), "bin", "al2023.tar.br");
  const helped: Browser = { executablePath, env: { ...fonts, LD_LIBRARY_PATH: unpackLibraries(packed) } };
  return runs(helped) ? helped : null;
}

/**
 * The Chromium that came as a development dependency, unpacked once. The switches that it recommends are left alone:
 * they turn web security off.
 */
async function fromPackage(): Promise<Browser | null> {
  const entry = process.platform === "linux" && process.arch === "x64" ? packageEntry() : null;
  if (entry === null) return null;
  const browser = await unpack(entry);
  if (browser !== null) return browser;
  // What lies there may be half of an unpacking that was killed.
  rmSync(CACHE, { recursive: true, force: true });
  return unpack(entry);
}

async function search(): Promise<Browser> {
  const given = process.env["CHROMIUM_PATH"] ?? "";
  if (given !== "") {
    const browser: Browser = { executablePath: given, env: {} };
    if (isProgram(given) && runs(browser)) return browser;
    throw new NoBrowserError(`CHROMIUM_PATH names no browser that runs: ${given}`);
  }
  const found = onPath() ?? (await fromPackage());
  if (found !== null) return found;
  throw new NoBrowserError(
    "No browser for the tests: set CHROMIUM_PATH, or install Debian's package chromium",
  );
}

/** Where the result stands for the processes that we start, Playwright's workers for instance. */
const FOUND = "STAFETA_BROWSER";

/**
 * CHROMIUM_PATH, else a Chromium or Chrome on PATH, else the one from the development dependency.
 *
 * @throws NoBrowserError
 */
export async function findBrowser(): Promise<Browser> {
  const known = process.env[FOUND];
  if (known !== undefined) return JSON.parse(known) as Browser;
  const browser = await search();
  process.env[FOUND] = JSON.stringify(browser);
  return browser;
}
