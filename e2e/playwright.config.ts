import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./browser.js";

const { executablePath, env } = await findBrowser();

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  // Each worker has a product of its own (stack.ts); more of them than cores only make each other slow.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env["CI"] !== undefined,
  // What fails once is broken: a second try would only hide it.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../.reports/e2e.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Budapest",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: [...BROWSER_ARGS], env: { ...process.env, ...env } },
  },
});
