import type { MigrationInterface, QueryRunner } from "typeorm";
import { CUSTOM_ROLE_SQL } from "./custom-roles/role.sql.js";

/**
 * Custom roles (R9). Existing rows: built-in roles alone, which get no matrix. Locks: `role`, exclusively, for the moment
 * that it takes to add columns without a rewrite.
 */
export class CustomRoles1764070000000 implements MigrationInterface {
  readonly name = "CustomRoles1764070000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CUSTOM_ROLE_SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Custom roles cannot be taken back: memberships and events name them."));
  }
}
