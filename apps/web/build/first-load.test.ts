// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";
import { enLater } from "../src/lib/words/en-later";
import { firstLoadOf } from "./first-load";

const KILOBYTE = 1000;

/** Words of later screens that the parts of the first paint say: they may not be loaded yet. */
function saidTooEarly(outputs: readonly Rolldown.OutputBundle[string][], names: readonly string[]): string[] {
  const own = outputs
    .filter((output) => output.type === "chunk" && names.includes(output.fileName))
    .flatMap((output) => (output.type === "chunk" ? output.moduleIds : []))
    .filter((id) => id.includes("/apps/web/src/") && !id.includes("/lib/words/") && existsSync(id));
  return own.flatMap((id) => {
    const code = readFileSync(id, "utf8");
    return Object.keys(enLater).flatMap((key) =>
      code.includes(`"${key}"`) ? [`${path.basename(id)}: ${key}`] : [],
    );
  });
}

it(
  "the board's first paint needs at most 220 kB of scripts and 25 kB of styles",
  { timeout: 60_000 },
  async () => {
    const root = path.join(import.meta.dirname, "..");
    const configFile = path.join(root, "vite.config.ts");
    // Vitest says "test", which would bring React's development build along.
    process.env["NODE_ENV"] = "production";
    const result = (await build({
      root,
      configFile,
      mode: "production",
      logLevel: "silent",
      build: { write: false },
    })) as Rolldown.RolldownOutput;
    const index = result.output.find((output) => output.fileName === "index.html");
    expect(index?.type).toBe("asset");
    const needed = ["index.html", "src/app/pages/board-route.tsx", "src/lib/words/en-first.ts"];
    const { js, css, files } = firstLoadOf(result.output, needed);
    expect(saidTooEarly(result.output, [...files.keys()])).toEqual([]);
    const table = [...files].map(([name, size]) => `${String(size).padStart(7)} ${name}`).join("\n");
    expect(js, table).toBeGreaterThan(100 * KILOBYTE);
    expect(js, table).toBeLessThanOrEqual(220 * KILOBYTE);
    expect(css, table).toBeLessThanOrEqual(25 * KILOBYTE);
    // The policy allows nothing inline.
    const html = index?.type === "asset" ? String(index.source) : "";
    expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)| style=| on\w+=/);
  },
);
