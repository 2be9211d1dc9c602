import { Column, Entity, PrimaryColumn } from "typeorm";
import type { BuiltInRole } from "@stafeta/domain/org/company";

/** A built-in role or, later, a custom one copied from it (R9). */
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
