import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build, SERVER, WEB, withBuildLock } from "./build.mjs";
import { run } from "./processes.mjs";
import { countCheck, countNode, countPlaywright, countVitest } from "./reports.mjs";
import { ROOT } from "./root.mjs";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<{ output: string, count: import("./reports.mjs").Count }>} work
 */

export const REPORTS = join(ROOT, ".reports");
const bin = (name, workspace = ".") => join(ROOT, workspace, "node_modules/.bin", name);

/** One check: a program that says yes or no. */
const check = (name, file, args) => ({
  name,
  work: async () => {
    const { code, output } = await run(file, args, { cwd: ROOT });
    return { output, count: countCheck(code) };
  },
});

async function checkTypes() {
  let { code, output } = await build(SERVER);
  for (const workspace of ["packages/domain", "apps/server", "apps/web", "e2e"]) {
    const result = await run(bin("tsc"), ["--noEmit"], { cwd: join(ROOT, workspace) });
    code ||= result.code;
    output += result.output;
  }
  return { output, count: countCheck(code) };
}

async function buildApp() {
  const { code, output } = await build(WEB);
  return { output, count: countCheck(code) };
}

const vitest = (workspace) => ({
  name: `tests of ${workspace}`,
  work: async () => {
    const report = join(REPORTS, `${basename(workspace)}.json`);
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run(bin("vitest", workspace), args, { cwd: join(ROOT, workspace) });
    return { output, count: countVitest(report, code) };
  },
});

const scriptTests = {
  name: "tests of scripts",
  work: async () => {
    const folder = join(ROOT, "scripts/lib");
    const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
    const args = ["--test", "--test-reporter=tap", ...files.map((name) => join(folder, name))];
    const { code, output } = await run(process.execPath, args, { cwd: ROOT });
    return { output, count: countNode(output, code) };
  },
};

/** Independent of each other, the longest ones first. The build lock is held around them all. */
const STEPS = [
  { name: "types", work: checkTypes },
  check("lint", bin("eslint"), [".", "--cache", "--cache-location", "node_modules/.cache/eslint/"]),
  vitest("apps/server"),
  vitest("packages/domain"),
  vitest("apps/web"),
  { name: "build of the app", work: buildApp },
  check("format", bin("prettier"), ["--check", "."]),
  scriptTests,
].filter(
  ({ name }) => !name.startsWith("tests of ") || existsSync(join(ROOT, name.slice("tests of ".length))),
);

/** In a real browser, on the built product: alone, as it looks at how fast things come. */
const BROWSER_STEP = {
  name: "tests in the browser",
  work: async (browser) => {
    const config = join(ROOT, "e2e/playwright.config.ts");
    const env = { STAFETA_BROWSER: browser };
    const { code, output } = await run(bin("playwright", "e2e"), ["test", "--config", config], {
      cwd: join(ROOT, "e2e"),
      env,
    });
    return { output, count: countPlaywright(join(REPORTS, "e2e.json"), code) };
  },
};

/** As many at a time as there are lanes; each is told of as it ends. */
export async function runSteps(lanes, browser, tell) {
  const counts = [];
  const waiting = [...STEPS];
  const work = async (step) => {
    const begin = Date.now();
    const { output, count } = await step.work(browser);
    counts.push(count);
    tell({ name: step.name, seconds: (Date.now() - begin) / 1000, output, count });
  };
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await work(step);
  };
  await withBuildLock(() => Promise.all(Array.from({ length: lanes }, lane)));
  await work(BROWSER_STEP);
  return counts;
}
