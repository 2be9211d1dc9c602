// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const web = path.join(import.meta.dirname, "..");
const fresh = mkdtempSync(path.join(tmpdir(), "stafeta-gql-"));
afterAll(() => {
  rmSync(fresh, { recursive: true, force: true });
});

describe("src/gql", () => {
  it("is what the schema and the documents give now; else run `pnpm codegen`", { timeout: 60_000 }, () => {
    const cli = path.join(web, "node_modules/.bin/graphql-codegen");
    const env = { ...process.env, CODEGEN_OUT: `${fresh}/` };
    execFileSync(cli, ["--config", "codegen.ts"], { cwd: web, env, stdio: "pipe" });
    for (const file of ["gql.ts", "graphql.ts"]) {
      const [committed, now] = [path.join(web, "src/gql"), fresh].map((folder) =>
        readFileSync(path.join(folder, file), "utf8"),
      );
      expect(committed === now, `src/gql/${file} is stale`).toBe(true);
    }
  });
});
