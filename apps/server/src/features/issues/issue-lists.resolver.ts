import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { Guarded } from "../../platform/graphql/guarded.js";
import { pickPage, type ListsByArguments } from "../../platform/graphql/lists-below.js";
import { CommentConnection } from "./comment.types.js";
import { Issue, IssueConnection } from "./issue.types.js";

/** What the look-ahead fetched for an issue's lists, by their arguments. */
interface FetchedLists {
  readonly subIssues: ListsByArguments | null;
  readonly comments: ListsByArguments | null;
}

/** Lists below an issue: fetched with the issue, for all rows at once (`issue.below.ts`); here the page is only picked. */
@Resolver(() => Issue)
export class IssueListsResolver {
  @Guarded(ISSUE_FIELDS.subIssues, "Issue")
  @FieldResolver(() => IssueConnection, { nullable: true })
  subIssues(
    @Root() issue: FetchedLists,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
  ): object | null {
    return pickPage(issue.subIssues, { first, after });
  }

  @Guarded(ISSUE_FIELDS.comments, "Issue")
  @FieldResolver(() => CommentConnection, { nullable: true })
  comments(
    @Root() issue: FetchedLists,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
  ): object | null {
    return pickPage(issue.comments, { first, after });
  }
}
