import { Column, Entity, PrimaryColumn } from "typeorm";

/** One recorded change (I8): append-only, in the order of `clock.last_event` (I9). */
@Entity("event")
export class EventEntity {
  @PrimaryColumn("bigint")
  id!: string;

  @PrimaryColumn("timestamptz")
  at!: string;

  @Column("bigint")
  operation!: string;

  @Column("bigint", { name: "actor_id", nullable: true })
  actorId!: string | null;

  @Column("bigint", { name: "on_behalf_of", nullable: true })
  onBehalfOf!: string | null;

  @Column("inet", { nullable: true })
  address!: string | null;

  @Column("text")
  kind!: string;

  @Column("text")
  entity!: string;

  @Column("bigint", { name: "entity_id" })
  entityId!: string;

  @Column("bigint", { name: "issue_id", nullable: true })
  issueId!: string | null;

  @Column("text", { name: "client_mutation_id", nullable: true })
  clientMutationId!: string | null;

  @Column("jsonb", { default: [] })
  changes!: unknown;

  @Column("bigint", { name: "unit_id", nullable: true })
  unitId!: string | null;

  @Column("bigint", { name: "assignee_id", nullable: true })
  assigneeId!: string | null;

  @Column("bigint", { name: "author_id", nullable: true })
  authorId!: string | null;

  @Column("bigint", { name: "unit_before", nullable: true })
  unitBefore!: string | null;

  @Column("bigint", { name: "assignee_before", nullable: true })
  assigneeBefore!: string | null;

  @Column("bigint", { name: "internal_unit_id", nullable: true })
  internalUnitId!: string | null;

  @Column("bigint", { name: "step_unit_id", nullable: true })
  stepUnitId!: string | null;

  @Column("bigint", { name: "step_unit_before", nullable: true })
  stepUnitBefore!: string | null;

  /** The event that it took back (I6). */
  @Column("bigint", { nullable: true })
  undoes!: string | null;

  /** Whom the change concerns (B4). */
  @Column("bigint", { name: "concerned_ids", array: true, nullable: true })
  concernedIds!: string[] | null;
}

/** What a repeat of a mutation answers with, for 24 hours. */
@Entity("client_mutation")
export class ClientMutationEntity {
  @PrimaryColumn("bigint", { name: "user_id" })
  userId!: string;

  @PrimaryColumn("text", { name: "client_mutation_id" })
  clientMutationId!: string;

  @Column("bytea", { name: "input_hash" })
  inputHash!: Buffer;

  @Column("text", { name: "record_id" })
  recordId!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;
}
