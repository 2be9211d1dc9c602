// @vitest-environment node
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const files = readdirSync(root, { recursive: true, encoding: "utf8" });
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Classes that a CSS module has, without what stands in comments and strings. */
function classesOf(css: string): Set<string> {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/"[^"]*"/g, "");
  return new Set([...bare.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name = ""]) => name));
}

const users = files
  .filter((file) => file.endsWith(".tsx"))
  .flatMap((file) =>
    [...read(file).matchAll(/import (\w+) from "(\.[^"]+\.module\.css)"/g)].map(
      ([, local = "", from = ""]) => ({
        file,
        local,
        css: path.join(path.dirname(file), from),
      }),
    ),
  );

describe("CSS modules: TypeScript cannot see into them", () => {
  it.each(users)("$file uses only classes that $css has", ({ file, local, css }) => {
    const has = classesOf(read(css));
    const used = [...read(file).matchAll(new RegExp(`\\b${local}\\["([^"]+)"\\]`, "g"))].map(
      ([, name = ""]) => name,
    );
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !has.has(name))).toEqual([]);
  });
});
