import type { MigrationInterface, QueryRunner } from "typeorm";
import { CLOSING_LAW_SQL } from "./laws/closing.sql.js";
import { SEARCH_PATH_SQL, TOLD_SQL } from "./laws/told.sql.js";

/**
 * L2, L4 and L5 in the database (section 3). Existing rows: untouched, and asked when they change. Locks: each table of
 * records for the moment that it takes to add a trigger; `event` against writing while an index of all events but those of
 * issues themselves is made, a second for half a million.
 */
export class Laws1764097000000 implements MigrationInterface {
  readonly name = "Laws1764097000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSING_LAW_SQL);
    await runner.query(TOLD_SQL);
    await runner.query(SEARCH_PATH_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Laws are not taken back: nothing can lift them (section 3)."));
  }
}
