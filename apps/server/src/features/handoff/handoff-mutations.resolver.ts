import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { notFound } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { acceptHandoff } from "./accept-handoff.js";
import { handoffById } from "./handoff.fetch.js";
import { Handoff } from "./handoff.types.js";
import { refuseHandoff } from "./refuse-handoff.js";
import { startHandoff } from "./start-handoff.js";
import { withdrawHandoff } from "./withdraw-handoff.js";

type Optional<T> = T | null | undefined;

/** As it is now, under the rights of now. @throws RefusedError NOT_FOUND when the viewer no longer sees it */
async function answerHandoff(context: RequestContext, info: GraphQLResolveInfo, id: string): Promise<object> {
  const selection = selectionOfInfo(info);
  const handoff = await context.read((scope) => handoffById(scope, id, selection, info.variableValues));
  if (!handoff) throw notFound();
  return handoff;
}

@Resolver()
export class HandoffMutationsResolver {
  @Allowed("STAFF")
  @Mutation(() => Handoff)
  async startHandoff(
    @Arg("issue", () => ID) issue: string,
    @Arg("toUnit", () => ID) toUnit: string,
    @Arg("comment", () => String, { nullable: true }) comment: Optional<string>,
    @Arg("withSubIssues", () => Boolean, { nullable: true, defaultValue: false })
    withSubIssues: boolean | null,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const args = { issue, toUnit, comment, withSubIssues };
    return answerHandoff(context, info, await startHandoff(context, args, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Handoff, { description: "`assignee`: at the last step, who is to do it (H4)." })
  async acceptHandoff(
    @Arg("step", () => ID) step: string,
    @Arg("comment", () => String, { nullable: true }) comment: Optional<string>,
    @Arg("assignee", () => ID, { nullable: true }) assignee: Optional<string>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const args = { step, comment, assignee };
    return answerHandoff(context, info, await acceptHandoff(context, args, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Handoff)
  async refuseHandoff(
    @Arg("step", () => ID) step: string,
    @Arg("reason", () => String) reason: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerHandoff(context, info, await refuseHandoff(context, { step, reason }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Handoff)
  async withdrawHandoff(
    @Arg("handoff", () => ID) handoff: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerHandoff(context, info, await withdrawHandoff(context, { handoff }, clientMutationId));
  }
}
