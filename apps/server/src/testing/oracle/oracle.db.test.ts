import { expect, test } from "vitest";
import { runOracle } from "./run.js";

const seed = Number(process.env["ORACLE_SEED"] ?? Math.floor(Math.random() * 1_000_000_000));
const operations = Number(process.env["ORACLE_OPERATIONS"] ?? 2_000);

test("R10: what the server answers, refuses and streams is what a second, naive reading of the rules says", async () => {
  console.log(`oracle: ORACLE_SEED=${String(seed)} ORACLE_OPERATIONS=${String(operations)}`);
  const done = await runOracle(seed, operations);
  expect(done.operations).toBe(operations);
}, 600_000);
