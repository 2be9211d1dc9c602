import { Column, Entity, PrimaryColumn } from "typeorm";

/** What holds for the whole company: one row (section 9). */
@Entity("company")
export class CompanyEntity {
  @PrimaryColumn("smallint", { default: 1 })
  id!: number;

  @Column("text", { name: "time_zone", default: "UTC" })
  timeZone!: string;

  @Column("text", { default: "en" })
  locale!: string;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: string;

  @Column("text", { name: "handoff_policy", default: "HEADS" })
  handoffPolicy!: string;
}

/** The order of all changes, and the versions that caches hold under: one row (I9). */
@Entity("clock")
export class ClockEntity {
  @PrimaryColumn("smallint", { default: 1 })
  id!: number;

  @Column("bigint", { name: "last_event", default: 0 })
  lastEvent!: string;

  @Column("bigint", { name: "company_version", default: 1 })
  companyVersion!: string;

  @Column("bigint", { name: "session_version", default: 1 })
  sessionVersion!: string;
}
