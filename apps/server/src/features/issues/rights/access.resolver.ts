import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../access/request-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { AccessExplanation, DescribedIssueInput } from "./access.types.js";
import { explainAccessFor } from "./explain-access.js";

/** R12: what somebody may, on an issue that the asker sees or on a described one, and by which rule. */
@Resolver()
export class AccessResolver {
  @Allowed("STAFF")
  @Query(() => AccessExplanation)
  explainAccess(
    @Arg("user", () => ID) user: string,
    @Arg("issue", () => ID, { nullable: true }) issue: string | null | undefined,
    @Arg("described", () => DescribedIssueInput, { nullable: true })
    described: DescribedIssueInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return context.read((scope) => explainAccessFor(scope, { user, issue, described }));
  }
}
