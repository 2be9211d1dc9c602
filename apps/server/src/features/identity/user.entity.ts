import { Column, Entity, PrimaryColumn } from "typeorm";

/** A person of the company. Deactivated, never deleted. */
@Entity("app_user")
export class UserEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  name!: string;

  @Column("text")
  email!: string;

  /** Trimmed and in lower case: what a login is compared with. */
  @Column("text", { name: "email_normal" })
  emailNormal!: string;

  @Column("boolean", { default: true })
  active!: boolean;

  @Column("boolean", { default: false })
  admin!: boolean;

  @Column("text", { name: "avatar_url", nullable: true })
  avatarUrl!: string | null;

  @Column("text", { default: "en" })
  locale!: string;

  @Column("text", { name: "time_zone", default: "UTC" })
  timeZone!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;
}

/** Apart from the user, so that a changed password raises no version of the company. */
@Entity("credential")
export class CredentialEntity {
  @PrimaryColumn("bigint", { name: "user_id" })
  userId!: string;

  /** argon2id, in its own text form. */
  @Column("text", { name: "password_hash" })
  passwordHash!: string;

  @Column("timestamptz", { name: "changed_at", default: () => "now()" })
  changedAt!: string;
}
