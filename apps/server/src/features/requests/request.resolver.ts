import type { GraphQLResolveInfo } from "graphql";
import type { RequestState } from "@stafeta/domain/requests/request";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { notFound } from "../../platform/graphql/refused.js";
import { selectionOfInfo } from "../../platform/graphql/selection.js";
import { Issue } from "../issues/issue.types.js";
import { acceptRequest, refuseRequest, withdrawRequest } from "./decide-request.js";
import { requestAct } from "./request-act.js";
import { myRequests, requestById, requestInbox } from "./request.fetch.js";
import { IssueAct } from "./request-inputs.types.js";
import { IssueRequest, RequestStateEnum } from "./request.types.js";

type Optional<T> = T | null | undefined;

/** What requests add to an issue: fetched with it (`request.fetch.ts`), here only picked. */
@Resolver(() => Issue)
export class IssueRequestsResolver {
  @FieldResolver(() => [IssueRequest], {
    description: "The newest 100 that the viewer asked or decided, or is asked as its head (H6).",
  })
  requests(@Root() issue: { readonly requests?: readonly object[] }): readonly object[] {
    return issue.requests ?? [];
  }
}

/** As it is now, under the rights of now. @throws RefusedError NOT_FOUND when the viewer no longer sees it */
async function answerRequest(context: RequestContext, info: GraphQLResolveInfo, id: string): Promise<object> {
  const selection = selectionOfInfo(info);
  const request = await context.read((scope) => requestById(scope, id, selection, info.variableValues));
  if (!request) throw notFound();
  return request;
}

@Resolver()
export class RequestResolver {
  @Allowed("STAFF")
  @Query(() => [IssueRequest], {
    description: "What was asked of the viewer as a head, the longest waiting first (H6); 500 at the most.",
  })
  requestInbox(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object[]> {
    const selection = selectionOfInfo(info);
    return context.read((scope) => requestInbox(scope, selection, info.variableValues));
  }

  @Allowed("STAFF")
  @Query(() => [IssueRequest], {
    description: "What the viewer asked for, the newest first; 500 at the most.",
  })
  myRequests(
    @Arg("state", () => RequestStateEnum, { nullable: true }) state: Optional<RequestState>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object[]> {
    const selection = selectionOfInfo(info);
    return context.read((scope) => myRequests(scope, state ?? null, selection, info.variableValues));
  }

  @Allowed("STAFF")
  @Mutation(() => IssueRequest, {
    description: "Asks the issue's heads for what the viewer may not do themselves (H6).",
  })
  async requestAct(
    @Arg("issue", () => ID) issue: string,
    @Arg("act", () => IssueAct) act: IssueAct,
    @Arg("comment", () => String, { nullable: true }) comment: Optional<string>,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerRequest(context, info, await requestAct(context, { issue, act, comment }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => IssueRequest, {
    description:
      "Does what was asked, in the name of the viewer, under the rights and on the state of now (H6).",
  })
  async acceptRequest(
    @Arg("request", () => ID) request: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerRequest(context, info, await acceptRequest(context, { request }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => IssueRequest)
  async refuseRequest(
    @Arg("request", () => ID) request: string,
    @Arg("reason", () => String) reason: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerRequest(context, info, await refuseRequest(context, { request, reason }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => IssueRequest)
  async withdrawRequest(
    @Arg("request", () => ID) request: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerRequest(context, info, await withdrawRequest(context, { request }, clientMutationId));
  }
}
