import type { MigrationInterface, QueryRunner } from "typeorm";
import { HANDOFF_SQL } from "./handoff/handoff.sql.js";
import { HANDOFF_FACT_SQL } from "./handoff/facts.sql.js";
import { HANDOFF_LAW_SQL } from "./handoff/laws.sql.js";

/**
 * Hand-offs (section 4) and what L3 and H3 ask of the database. Existing rows: no issue is in transit, the company's policy
 * is HEADS, a step's limit two working days. Locks: issue, unit, company and event for as long as it takes to add a column
 * without rewriting the table.
 */
export class Handoff1764072000000 implements MigrationInterface {
  readonly name = "Handoff1764072000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HANDOFF_SQL, HANDOFF_FACT_SQL, HANDOFF_LAW_SQL]) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Hand-offs cannot be taken back: that would delete what was done (L4)."));
  }
}
