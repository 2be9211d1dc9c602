import { Column, Entity, PrimaryColumn } from "typeorm";

/** A link by which a new user chooses a password; a newer one replaces it (section 10). */
@Entity("invitation")
export class InvitationEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bytea", { name: "token_hash" })
  tokenHash!: Buffer;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("bigint", { name: "created_by" })
  createdBy!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: string;

  @Column("timestamptz", { name: "used_at", nullable: true })
  usedAt!: string | null;

  @Column("timestamptz", { name: "replaced_at", nullable: true })
  replacedAt!: string | null;

  @Column("timestamptz", { name: "mailed_at", nullable: true })
  mailedAt!: string | null;
}

/** The one-time link of an empty installation: one row. */
@Entity("setup_link")
export class SetupLinkEntity {
  @PrimaryColumn("smallint", { default: 1 })
  id!: number;

  @Column("bytea", { name: "token_hash" })
  tokenHash!: Buffer;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("timestamptz", { name: "claimed_at", nullable: true })
  claimedAt!: string | null;

  @Column("timestamptz", { name: "used_at", nullable: true })
  usedAt!: string | null;
}

/** One try to sign in, whatever became of it (section 10). */
@Entity("login_attempt")
export class LoginAttemptEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("timestamptz", { default: () => "clock_timestamp()" })
  at!: string;

  @Column("text")
  login!: string;

  @Column("inet")
  address!: string;

  @Column("text")
  outcome!: string;

  @Column("bigint", { name: "user_id", nullable: true })
  userId!: string | null;
}
