import { Column, Entity, PrimaryColumn } from "typeorm";

/** Whom an event concerns (B4) and when they read of it: no record (L4). The database makes them; only `read_at` is written. */
@Entity("notice")
export class NoticeEntity {
  @PrimaryColumn("bigint", { name: "user_id" })
  userId!: string;

  @PrimaryColumn("bigint", { name: "event_id" })
  eventId!: string;

  @Column("timestamptz")
  at!: string;

  @Column("timestamptz", { name: "read_at", nullable: true })
  readAt!: string | null;
}
