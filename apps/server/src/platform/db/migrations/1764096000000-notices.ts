import type { MigrationInterface, QueryRunner } from "typeorm";
import { NOTICE_SQL } from "./notices/notice.sql.js";

/**
 * Notices (B4): a row for each person whom an event concerns. Existing rows: events that named somebody already become
 * notices. Locks: the log is locked against writes while its trigger is made, which takes no time.
 */
export class Notices1764096000000 implements MigrationInterface {
  readonly name = "Notices1764096000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTICE_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Notices cannot be taken back: what was read would be unread again."));
  }
}
