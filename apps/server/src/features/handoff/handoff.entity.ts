import { Column, Entity, PrimaryColumn } from "typeorm";

/** The passage of an issue from one unit to another (H2). */
@Entity("handoff")
export class HandoffEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "issue_id" })
  issueId!: string;

  @Column("bigint", { name: "from_unit_id" })
  fromUnitId!: string;

  @Column("bigint", { name: "to_unit_id" })
  toUnitId!: string;

  @Column("text", { default: "PENDING" })
  state!: string;

  @Column("bigint", { name: "started_by" })
  startedBy!: string;

  @Column("timestamptz", { name: "started_at" })
  startedAt!: string;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: string | null;

  @Column("text", { nullable: true })
  comment!: string | null;

  @Column("boolean", { name: "with_sub_issues", default: false })
  withSubIssues!: boolean;

  /** The hand-off of an issue above that this one travelled along with (H4). */
  @Column("bigint", { name: "carried_by", nullable: true })
  carriedBy!: string | null;

  /** Set by the database alone: the transaction in which the issue may change its unit by it (L3). */
  @Column("bigint", { name: "completed_in", nullable: true })
  completedIn!: string | null;

  @Column("bigint", { name: "last_event" })
  lastEvent!: string;
}

/** A step of a hand-off: one unit, whose heads answer. */
@Entity("handoff_step")
export class HandoffStepEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "handoff_id" })
  handoffId!: string;

  @Column("int")
  position!: number;

  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("text", { default: "PENDING" })
  state!: string;

  @Column("boolean", { default: false })
  current!: boolean;

  @Column("timestamptz", { name: "turn_at", nullable: true })
  turnAt!: string | null;

  @Column("bigint", { name: "acted_by", nullable: true })
  actedBy!: string | null;

  @Column("timestamptz", { name: "acted_at", nullable: true })
  actedAt!: string | null;

  @Column("text", { nullable: true })
  reason!: string | null;

  @Column("text", { nullable: true })
  comment!: string | null;

  @Column("timestamptz", { name: "reminded_at", nullable: true })
  remindedAt!: string | null;

  @Column("timestamptz", { name: "escalated_at", nullable: true })
  escalatedAt!: string | null;
}
