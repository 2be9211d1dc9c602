import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const NOT_BUILT = /\.test\.tsx?$|\/src\/testing\//;

function* filesUnder(root, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  if (statSync(absolute).isFile()) yield path;
  else for (const name of readdirSync(absolute).sort()) yield* filesUnder(root, `${path}/${name}`);
}

/**
 * Tells whether what a build reads has changed: by content, as times change with every clone and copy.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files and folders below it; tests are left out
 */
export function fingerprint(root, inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const path of filesUnder(root, input)) {
      if (NOT_BUILT.test(path)) continue;
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}
