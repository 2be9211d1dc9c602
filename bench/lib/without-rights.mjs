import { cpSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SERVER = join(import.meta.dirname, "../../apps/server");
const SIGHT = "features/issues/issue-sight.sql";

/** What decides rows and fields of issues, answering that all may see all. Which comments are counted stays a question of content. */
const BLIND = `export * from "./issue-sight.sql.real.js";
const ALL = 2 ** 30 - 1;
export const seesIssue = () => "true";
export const readsField = () => "true";
export const readsRank = () => "true";
export const rowHats = () => ({ common: ALL, possible: ALL });
`;

/**
 * The build with predicate and masks left out, to tell what rights cost. Made here and nowhere else: the product has no
 * switch that could leave them out.
 *
 * @returns {string} its main module
 */
export function buildWithoutRights() {
  const folder = join(SERVER, "dist-without-rights");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(SERVER, "dist"), folder, { recursive: true });
  renameSync(join(folder, `${SIGHT}.js`), join(folder, `${SIGHT}.real.js`));
  writeFileSync(join(folder, `${SIGHT}.js`), BLIND);
  return join(folder, "main.js");
}
