import { Column, Entity, PrimaryColumn } from "typeorm";

/** One piece of work (section 5). Counters are kept by triggers and never written here. */
@Entity("issue")
export class IssueEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text")
  key!: string;

  @Column("text", { name: "key_prefix" })
  keyPrefix!: string;

  @Column("int", { name: "key_number" })
  keyNumber!: number;

  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("text")
  title!: string;

  @Column("text", { nullable: true })
  description!: string | null;

  @Column("text", { default: "TASK" })
  type!: string;

  /** 0 LOW to 3 URGENT, so that it sorts. */
  @Column("smallint", { default: 1 })
  priority!: number;

  @Column("bigint", { name: "status_id" })
  statusId!: string;

  @Column("bigint", { name: "author_id" })
  authorId!: string;

  @Column("bigint", { name: "assignee_id", nullable: true })
  assigneeId!: string | null;

  @Column("bigint", { name: "parent_id", nullable: true })
  parentId!: string | null;

  @Column("bigint", { name: "label_ids", array: true, default: [] })
  labelIds!: string[];

  @Column("numeric", { nullable: true })
  estimate!: string | null;

  @Column("numeric", { nullable: true })
  value!: string | null;

  @Column("date", { name: "start_date", nullable: true })
  startDate!: string | null;

  @Column("date", { name: "due_date", nullable: true })
  dueDate!: string | null;

  /** By code units (I4). */
  @Column({ type: "text", collation: "C" })
  rank!: string;

  @Column("text", { nullable: true })
  resolution!: string | null;

  @Column("boolean", { default: false })
  archived!: boolean;

  @Column("timestamptz", { name: "created_at" })
  createdAt!: string;

  @Column("timestamptz", { name: "updated_at" })
  updatedAt!: string;

  @Column("timestamptz", { name: "closed_at", nullable: true })
  closedAt!: string | null;

  /** Grows by one with every event of the issue (I5). */
  @Column("int", { default: 1 })
  revision!: number;

  @Column("bigint", { name: "last_event" })
  lastEvent!: string;

  @Column("int", { name: "comment_count", default: 0 })
  commentCount!: number;

  @Column("int", { name: "internal_here_count", default: 0 })
  internalHereCount!: number;

  @Column("int", { name: "internal_elsewhere_count", default: 0 })
  internalElsewhereCount!: number;

  @Column("int", { name: "child_here_count", default: 0 })
  childHereCount!: number;

  @Column("int", { name: "child_elsewhere_count", default: 0 })
  childElsewhereCount!: number;

  @Column("int", { name: "unfinished_child_count", default: 0 })
  unfinishedChildCount!: number;

  /** The unit of the current step of its pending hand-off; kept by triggers. Null: not in transit (H3). */
  @Column("bigint", { name: "step_unit_id", nullable: true })
  stepUnitId!: string | null;
}

/** A stretch of holding: past holders are kept from the first day (R8). */
@Entity("issue_holder")
export class IssueHolderEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "issue_id" })
  issueId!: string;

  @Column("bigint", { name: "user_id" })
  userId!: string;

  @Column("timestamptz")
  since!: string;

  @Column("timestamptz", { nullable: true })
  until!: string | null;
}

/** Who began a hand-off of it or acted on one follows it for ever (R8, H5); kept by triggers. */
@Entity("issue_follower")
export class IssueFollowerEntity {
  @PrimaryColumn("bigint", { name: "user_id" })
  userId!: string;

  @PrimaryColumn("bigint", { name: "issue_id" })
  issueId!: string;

  @Column("timestamptz")
  since!: string;
}

@Entity("comment")
export class CommentEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "issue_id" })
  issueId!: string;

  @Column("bigint", { name: "author_id" })
  authorId!: string;

  @Column("text")
  body!: string;

  @Column("boolean", { default: false })
  internal!: boolean;

  /** The unit that the issue was in when it was written: who reads an internal comment hangs on it. */
  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("timestamptz", { name: "created_at" })
  createdAt!: string;

  @Column("timestamptz", { name: "edited_at", nullable: true })
  editedAt!: string | null;

  @Column("int", { default: 1 })
  revision!: number;
}
