import { Column, Entity, PrimaryColumn } from "typeorm";
import type { BuiltInRole, CustomRole, Reach } from "@stafeta/domain/org/company";

/** A built-in role, or a custom one that was copied (R9). */
@Entity("role")
export class RoleEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  name!: string;

  @Column("boolean", { name: "built_in", default: false })
  builtIn!: boolean;

  @Column("text")
  base!: BuiltInRole;

  /** Null for a built-in role: what it opens stands in the tables of the rules. */
  @Column("jsonb", { nullable: true })
  matrix!: Pick<CustomRole, "read" | "write" | "actions"> | null;

  @Column("text", { nullable: true })
  reach!: Reach | null;

  @Column("boolean", { default: false })
  archived!: boolean;

  @Column("int", { default: 1 })
  revision!: number;
}

/** A user's role in a unit (R2). An ended one stays. */
@Entity("membership")
export class MembershipEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("bigint", { name: "role_id" })
  roleId!: string;

  @Column("timestamptz", { default: () => "now()" })
  since!: string;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: string | null;
}
