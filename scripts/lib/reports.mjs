import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * What a tool's report and exit code add up to. A run that ended badly without a failed test (it crashed, or found an
 * error outside the tests) is a failure of its own: nothing that is broken may count as nothing.
 *
 * @returns {Count}
 */
function settle(passed, failed, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** @returns {Count} of vitest's JSON report; a file that could not be loaded has no tests and counts as one failure */
export function countVitest(file, code) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return settle(report.numPassedTests, report.numFailedTests + broken.length, code);
}

/** @returns {Count} of Playwright's JSON report; a test that passed at a second try has failed */
export function countPlaywright(file, code) {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return settle(expected, unexpected + flaky, code);
}

/** @returns {Count} of the summary that Node.js' own runner prints */
export function countNode(output, code) {
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
  return settle(number("pass"), number("fail") + number("cancelled"), code);
}

/** @returns {Count} of a step that is one check */
export function countCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {readonly Count[]} counts */
export function total(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}
