import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { countCheck, countNode, countPlaywright, countVitest, total } from "./reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "stafeta-reports-"));
after(() => rmSync(folder, { recursive: true }));

let number = 0;
function fileOf(content) {
  const file = join(folder, `${(number += 1)}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const vitestReport = (passed, failed, testResults) =>
  fileOf({ numPassedTests: passed, numFailedTests: failed, testResults });

describe("what is broken never counts as nothing", () => {
  it("vitest: passed and failed tests", () => {
    const results = [{ status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] }];
    assert.deepEqual(countVitest(vitestReport(9, 1, results), 1), { passed: 9, failed: 1 });
  });

  it("vitest: a file that could not be loaded is a failure", () => {
    const results = [
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];
    assert.deepEqual(countVitest(vitestReport(1, 0, results), 1), { passed: 1, failed: 1 });
  });

  it("vitest: an error outside the tests is a failure", () => {
    assert.deepEqual(countVitest(vitestReport(5, 0, []), 1), { passed: 5, failed: 1 });
  });

  it("no report, or half of one, is a failure", () => {
    assert.deepEqual(countVitest(join(folder, "none.json"), 0), { passed: 0, failed: 1 });
    assert.deepEqual(countVitest(fileOf('{"numPassed'), 0), { passed: 0, failed: 1 });
    assert.deepEqual(countPlaywright(join(folder, "none.json"), 0), { passed: 0, failed: 1 });
  });

  it("Playwright: what passed at a second try has failed", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    assert.deepEqual(countPlaywright(fileOf({ stats }), 1), { passed: 3, failed: 2 });
  });

  it("Playwright: a run that ended badly by itself is a failure", () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    assert.deepEqual(countPlaywright(fileOf({ stats }), 1), { passed: 3, failed: 1 });
    assert.deepEqual(countPlaywright(fileOf({ stats }), 0), { passed: 3, failed: 0 });
  });

  it("Node.js: the figures of its summary", () => {
    assert.deepEqual(countNode("TAP\n# tests 5\n# pass 4\n# fail 1\n# cancelled 0\n", 1), {
      passed: 4,
      failed: 1,
    });
    assert.deepEqual(countNode("Error: no such file", 1), { passed: 0, failed: 1 });
  });
});

it("the sum is over all steps", () => {
  const counts = [countCheck(0), countCheck(2), { passed: 10, failed: 1 }];
  assert.deepEqual(total(counts), { passed: 11, failed: 2 });
  assert.deepEqual(total([]), { passed: 0, failed: 0 });
});
