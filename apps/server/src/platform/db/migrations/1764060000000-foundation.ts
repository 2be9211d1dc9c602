import type { MigrationInterface, QueryRunner } from "typeorm";
import { CLOCK_SQL } from "./foundation/clock.sql.js";
import { EVENT_SQL } from "./foundation/event.sql.js";
import { GRANT_SQL } from "./foundation/grants.sql.js";
import { IDENTITY_SQL } from "./foundation/identity.sql.js";
import { ISSUE_SQL } from "./foundation/issue.sql.js";
import { LAW_SQL } from "./foundation/laws.sql.js";
import { ORG_SQL } from "./foundation/org.sql.js";

/** The first schema. Existing rows: none. Locks: none that anybody waits for. */
export class Foundation1764060000000 implements MigrationInterface {
  readonly name = "Foundation1764060000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CLOCK_SQL, ORG_SQL, IDENTITY_SQL, ISSUE_SQL, EVENT_SQL, LAW_SQL, GRANT_SQL]) {
      await runner.query(sql);
    }
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error("The first schema cannot be taken back: that would delete issues and events (L1, L4)."),
    );
  }
}
