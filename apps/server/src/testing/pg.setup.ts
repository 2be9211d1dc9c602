import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { DatabaseConnection } from "../platform/db/connect.js";
import { prepareDatabase } from "../platform/db/prepare.js";
import { startEmbeddedPostgres } from "../platform/embedded-postgres/start-embedded-postgres.js";
import { asDatabase, runSql } from "./sql.js";

declare module "vitest" {
  interface ProvidedContext {
    postgres: DatabaseConnection;
  }
}

/** Migrated once; each test file gets a copy of it. */
export const TEMPLATE = "stafeta_template";

const QUIET = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** One cluster a run, or an outside one by TEST_DATABASE_URL. */
async function openCluster(): Promise<{ connection: DatabaseConnection; close: () => Promise<void> }> {
  const outside = process.env["TEST_DATABASE_URL"];
  if (outside !== undefined && outside !== "") {
    return { connection: { url: outside }, close: () => Promise.resolve() };
  }
  const dataDir = mkdtempSync(join(tmpdir(), "stafeta-test-"));
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
  };
  const postgres = await startEmbeddedPostgres({ dataDir, log: QUIET, settings, sync: false });
  return {
    connection: postgres.connection,
    close: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { connection, close } = await openCluster();
  try {
    await runSql(connection, `drop database if exists ${TEMPLATE}`);
    await runSql(connection, `create database ${TEMPLATE}`);
    await prepareDatabase(asDatabase(connection, TEMPLATE));
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("postgres", connection);
  return close;
}
