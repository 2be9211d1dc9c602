import type { TokenScope } from "@stafeta/domain/identity/api-token";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { DateTimeScalar } from "../../platform/graphql/scalars.js";
import { fetchApiTokens } from "./account.fetch.js";
import { createApiToken } from "./create-api-token.js";
import { ApiToken, CreatedApiToken, TokenScopeEnum } from "./identity.types.js";
import { revokeApiToken } from "./revoke-api-token.js";

type Optional<T> = T | null | undefined;

/** Secrets for programs (section 10). */
@Resolver()
export class ApiTokenResolver {
  @Allowed("STAFF")
  @Query(() => [ApiToken], { description: "Of the viewer." })
  apiTokens(@Ctx() context: RequestContext): Promise<object[]> {
    return context.read(fetchApiTokens);
  }

  @Allowed("STAFF")
  @Mutation(() => CreatedApiToken, { description: "The secret is returned this once." })
  createApiToken(
    @Arg("name", () => String) name: string,
    @Arg("expiresAt", () => DateTimeScalar, { nullable: true }) expiresAt: Optional<string>,
    @Arg("scopes", () => [TokenScopeEnum], { nullable: true }) scopes: Optional<TokenScope[]>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
  ): Promise<CreatedApiToken> {
    return createApiToken(context, { name, expiresAt, scopes }, clientMutationId);
  }

  @Allowed("STAFF")
  @Mutation(() => Boolean)
  async revokeApiToken(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await revokeApiToken(context, id, clientMutationId);
    return true;
  }
}
