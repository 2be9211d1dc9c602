import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SERVER = join(import.meta.dirname, "../../apps/server");

/** The server's own copy: this folder stands outside the workspace. */
export const pg = createRequire(join(SERVER, "package.json"))("pg");

/** A module of the built server. */
export const builtModule = (path) => import(pathToFileURL(join(SERVER, "dist", path)).href);
