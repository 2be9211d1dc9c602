import { Column, Entity, PrimaryColumn } from "typeorm";

/** Section 1: who acts for a boss between two days, both included. What was ended early stays. */
@Entity("deputy")
export class DeputyEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("bigint", { name: "boss_id" })
  bossId!: string;

  @Column("date", { name: "from_day" })
  fromDay!: string;

  @Column("date", { name: "to_day" })
  toDay!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: string | null;
}
