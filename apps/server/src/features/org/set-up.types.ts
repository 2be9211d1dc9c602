import { Field, InputType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { COMPANY_STARTS, type CompanyStart } from "./set-up.js";

export const CompanyStartEnum = graphqlEnum("CompanyStart", COMPANY_STARTS);

@InputType()
export class SetUpInput {
  @Field(() => String, { description: "From the one-time link." })
  token!: string;

  @Field(() => CompanyStartEnum)
  start!: CompanyStart;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String, { nullable: true })
  companyName?: string | null;

  @Field(() => String, { nullable: true })
  locale?: string | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;
}
