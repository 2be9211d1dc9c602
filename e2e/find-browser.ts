import { findBrowser, NoBrowserError } from "./browser.js";

// Asked by the test command before anything else is done: the answer as JSON, or the one line that says what is missing.
try {
  console.log(JSON.stringify(await findBrowser()));
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
