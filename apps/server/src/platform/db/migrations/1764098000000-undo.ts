import type { MigrationInterface, QueryRunner } from "typeorm";
import { UNDO_SQL } from "./undo/undo.sql.js";

/**
 * Undo (I6). Existing rows: untouched; none of them took anything back. Locks: the log is locked against writes while those of
 * its events that are not the first of their action are indexed.
 */
export class Undo1764098000000 implements MigrationInterface {
  readonly name = "Undo1764098000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNDO_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Undo cannot be taken back: the log tells what took back what (L4)."));
  }
}
