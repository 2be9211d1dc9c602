import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { fingerprint } from "./fingerprint.mjs";

let root = "";
const inputs = ["app/src", "app/package.json", "not-there"];
const now = () => fingerprint(root, inputs);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stafeta-print-"));
  mkdirSync(join(root, "app/src/deep"), { recursive: true });
  writeFileSync(join(root, "app/package.json"), "{}");
  writeFileSync(join(root, "app/src/a.ts"), "1");
  writeFileSync(join(root, "app/src/deep/b.ts"), "2");
});
afterEach(() => rmSync(root, { recursive: true }));

describe("stays the same", () => {
  it("when only times change, as in a copy or a new clone", () => {
    const before = now();
    utimesSync(join(root, "app/src/a.ts"), 1, 1);
    assert.equal(now(), before);
    const copy = mkdtempSync(join(tmpdir(), "stafeta-print-"));
    cpSync(root, copy, { recursive: true });
    assert.equal(fingerprint(copy, inputs), before);
    rmSync(copy, { recursive: true });
  });

  it("when a test changes", () => {
    const before = now();
    writeFileSync(join(root, "app/src/a.test.ts"), "1");
    assert.equal(now(), before);
  });
});

describe("changes", () => {
  it("with a file's content", () => {
    const before = now();
    writeFileSync(join(root, "app/src/deep/b.ts"), "3");
    assert.notEqual(now(), before);
  });

  it("with a new, a renamed and a removed file", () => {
    const seen = new Set([now()]);
    writeFileSync(join(root, "app/src/c.ts"), "");
    seen.add(now());
    renameSync(join(root, "app/src/c.ts"), join(root, "app/src/d.ts"));
    seen.add(now());
    rmSync(join(root, "app/src/a.ts"));
    seen.add(now());
    assert.equal(seen.size, 4);
  });
});
