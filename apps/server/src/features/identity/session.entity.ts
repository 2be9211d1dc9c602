import { Column, Entity, PrimaryColumn } from "typeorm";

/** A browser that is signed in. The cookie's secret is kept as its SHA-256 only. */
@Entity("session")
export class SessionEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bytea", { name: "token_hash" })
  tokenHash!: Buffer;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("timestamptz", { name: "last_seen_at", default: () => "now()" })
  lastSeenAt!: string;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: string;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: string | null;

  @Column("inet", { nullable: true })
  address!: string | null;

  @Column("text", { nullable: true })
  device!: string | null;
}

/** A secret for programs, with scopes and an end (section 10). */
@Entity("api_token")
export class ApiTokenEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bytea", { name: "token_hash" })
  tokenHash!: Buffer;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("text")
  name!: string;

  @Column("text", { array: true })
  scopes!: string[];

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("timestamptz", { name: "expires_at", nullable: true })
  expiresAt!: string | null;

  @Column("timestamptz", { name: "revoked_at", nullable: true })
  revokedAt!: string | null;

  @Column("timestamptz", { name: "last_used_at", nullable: true })
  lastUsedAt!: string | null;
}
