import { Column, Entity, PrimaryColumn } from "typeorm";

/** I2: kept once, shown from both sides. What has ended stays. */
@Entity("relation")
export class RelationEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "from_id" })
  fromId!: string;

  @Column("bigint", { name: "to_id" })
  toId!: string;

  @Column("text")
  kind!: string;

  @Column("int", { name: "delay_days", nullable: true })
  delayDays!: number | null;

  @Column("timestamptz", { name: "created_at" })
  createdAt!: string;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: string | null;
}
