import { Column, Entity, PrimaryColumn } from "typeorm";
import type { UnitKind } from "@stafeta/domain/org/company";

/** A node of the organisation tree (R1). */
@Entity("unit")
export class UnitEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  key!: string;

  @Column("text")
  name!: string;

  @Column("text")
  kind!: UnitKind;

  @Column("bigint", { name: "parent_id", nullable: true })
  parentId!: string | null;

  @Column("boolean", { default: false })
  archived!: boolean;

  @Column("int", { name: "sprint_length_days", default: 14 })
  sprintLengthDays!: number;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  /** For what leaves it; null: the company's (H1). */
  @Column("text", { name: "handoff_policy", nullable: true })
  handoffPolicy!: string | null;

  @Column("int", { name: "step_limit_days", default: 2 })
  stepLimitDays!: number;
}

/** The last number given to an issue of the unit; apart from it, so that a new issue leaves the unit untouched. */
@Entity("unit_counter")
export class UnitCounterEntity {
  @PrimaryColumn("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("int", { name: "last_number", default: 0 })
  lastNumber!: number;
}
