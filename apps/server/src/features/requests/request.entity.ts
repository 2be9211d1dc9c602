import { Column, Entity, PrimaryColumn } from "typeorm";

/** What somebody asks the heads to do to an issue (H6). */
@Entity("issue_request")
export class RequestEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "issue_id" })
  issueId!: string;

  /** Whose heads were asked. */
  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("bigint", { name: "asked_by" })
  askedBy!: string;

  @Column("timestamptz", { name: "asked_at" })
  askedAt!: string;

  @Column("text")
  kind!: string;

  @Column("jsonb")
  act!: unknown;

  /** Which state of the issue it is based on (I5). */
  @Column("int")
  revision!: number;

  @Column("text", { nullable: true })
  comment!: string | null;

  @Column("text", { default: "PENDING" })
  state!: string;

  @Column("bigint", { name: "decided_by", nullable: true })
  decidedBy!: string | null;

  @Column("timestamptz", { name: "decided_at", nullable: true })
  decidedAt!: string | null;

  @Column("text", { nullable: true })
  reason!: string | null;

  @Column("bigint", { name: "last_event" })
  lastEvent!: string;
}
