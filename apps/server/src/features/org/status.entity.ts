import { Column, Entity, PrimaryColumn } from "typeorm";
import type { StatusCategory } from "@stafeta/domain/org/company";

/** A step of a unit's workflow (I3). */
@Entity("status")
export class StatusEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("text")
  name!: string;

  @Column("text")
  category!: StatusCategory;

  @Column("int")
  position!: number;
}

@Entity("label")
export class LabelEntity {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("bigint", { name: "unit_id" })
  unitId!: string;

  @Column("text")
  name!: string;

  /** One of the ten colours of the design (UX.md, section 3). */
  @Column("text")
  color!: string;
}
