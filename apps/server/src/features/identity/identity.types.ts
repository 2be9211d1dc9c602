import { TOKEN_SCOPES } from "@stafeta/domain/identity/api-token";
import { Field, ID, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../platform/graphql/enums.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";

export const TokenScopeEnum = graphqlEnum("TokenScope", TOKEN_SCOPES);

/** The person and their memberships are added by the organisation, which comes after identity. */
@ObjectType({ simpleResolvers: true })
export class Me {
  @Field(() => Boolean)
  isBoss!: boolean;

  @Field(() => Boolean)
  isAdmin!: boolean;

  @Field(() => String)
  locale!: string;

  @Field(() => String)
  timeZone!: string;
}

@ObjectType({ simpleResolvers: true })
export class Session {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar)
  lastSeenAt!: string;

  @Field(() => String, { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true })
  device!: string | null;

  @Field(() => Boolean)
  current!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class ApiToken {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [TokenScopeEnum])
  scopes!: string[];

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CreatedApiToken {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  token!: string;
}

/** Whom it invites is added by the organisation. */
@ObjectType({
  simpleResolvers: true,
  description: "An invitation's link, shown to whoever made it where no SMTP is set (section 10).",
})
export class Invitation {
  @Field(() => String, { nullable: true, description: "Null where it was sent by mail." })
  url!: string | null;

  @Field(() => Boolean)
  mailed!: boolean;

  @Field(() => DateTimeScalar)
  expiresAt!: string;
}
