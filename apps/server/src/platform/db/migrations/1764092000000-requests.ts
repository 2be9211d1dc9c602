import type { MigrationInterface, QueryRunner } from "typeorm";
import { REQUEST_LAW_SQL, REQUEST_SQL } from "./requests/request.sql.js";

/** Requests to heads (H6). Existing rows: untouched. Locks: issue, for as long as it takes to add a trigger. */
export class Requests1764092000000 implements MigrationInterface {
  readonly name = "Requests1764092000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUEST_SQL);
    await runner.query(REQUEST_LAW_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Requests cannot be taken back: the log tells of them (L4)."));
  }
}
