// @vitest-environment node
import path from "node:path";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";
import { firstLoadOf } from "./first-load";

const KILOBYTE = 1000;

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
    const needed = ["index.html", "src/app/pages/board-route.tsx", "src/lib/words/en.ts"];
    const { js, css, files } = firstLoadOf(result.output, needed);
    const table = [...files].map(([name, size]) => `${String(size).padStart(7)} ${name}`).join("\n");
    expect(js, table).toBeGreaterThan(100 * KILOBYTE);
    expect(js, table).toBeLessThanOrEqual(220 * KILOBYTE);
    expect(css, table).toBeLessThanOrEqual(25 * KILOBYTE);
    // The policy allows nothing inline.
    const html = index?.type === "asset" ? String(index.source) : "";
    expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)| style=| on\w+=/);
  },
);
