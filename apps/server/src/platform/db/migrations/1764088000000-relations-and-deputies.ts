import type { MigrationInterface, QueryRunner } from "typeorm";
import { DEPUTY_SQL } from "./closure/deputy.sql.js";
import { RELATION_SQL } from "./closure/relation.sql.js";
import { CLOSURE_ROLE_MATRIX_SQL } from "./closure/role-matrix.sql.js";

/** Tables of relations (I2) and deputies (section 1). Existing rows: untouched. Locks: none that anybody waits for. */
export class RelationsAndDeputies1764088000000 implements MigrationInterface {
  readonly name = "RelationsAndDeputies1764088000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RELATION_SQL);
    await runner.query(DEPUTY_SQL);
    await runner.query(CLOSURE_ROLE_MATRIX_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error("Relations and deputies cannot be taken back: the log tells of them (L4)."),
    );
  }
}
