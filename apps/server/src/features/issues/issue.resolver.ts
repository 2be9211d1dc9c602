import type { GraphQLResolveInfo } from "graphql";
import { isId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { badInputError } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { issueByIdOrKey } from "./issue.fetch.js";
import { Issue } from "./issue.types.js";

@Resolver()
export class IssueResolver {
  @Allowed("STAFF")
  @Query(() => Issue, { nullable: true })
  issue(
    @Arg("id", () => ID, { nullable: true }) id: string | null | undefined,
    @Arg("key", () => String, { nullable: true }) key: string | null | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    if ((id == null) === (key == null)) {
      throw badInputError("id", "Give either an id or a key", "id.eitherIdOrKey");
    }
    if (id != null && !isId(id)) return Promise.resolve(null);
    const selection = selectionOfInfo(info);
    return context.read((scope) => issueByIdOrKey(scope, { id, key }, selection, info.variableValues));
  }
}
