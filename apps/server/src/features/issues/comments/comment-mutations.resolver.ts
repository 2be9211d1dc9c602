import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../../access/request-context.js";
import { Allowed } from "../../../platform/graphql/allowed.js";
import { addComment } from "./add-comment.js";
import { Comment } from "../comment.types.js";
import { answerComment } from "../issue-answers.js";
import { updateComment } from "./update-comment.js";

type Optional<T> = T | null | undefined;

@Resolver()
export class CommentMutationsResolver {
  @Allowed("STAFF")
  @Mutation(() => Comment)
  async addComment(
    @Arg("issue", () => ID) issue: string,
    @Arg("body", () => String) body: string,
    @Arg("internal", () => Boolean, { nullable: true, defaultValue: false }) internal: boolean | null,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerComment(
      context,
      info,
      await addComment(context, { issue, body, internal }, clientMutationId),
    );
  }

  @Allowed("STAFF")
  @Mutation(() => Comment)
  async updateComment(
    @Arg("id", () => ID) id: string,
    @Arg("body", () => String) body: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional<string>,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answerComment(context, info, await updateComment(context, { id, body }, clientMutationId));
  }
}
