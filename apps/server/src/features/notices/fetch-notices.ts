import { badInput } from "@stafeta/domain/shared/decision";
import { isId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import { pageSize } from "../../platform/graphql/connection.js";
import { refusedBy } from "../../platform/graphql/refused.js";
import type { Selection } from "../../platform/graphql/selection.js";
import type { Variables } from "../issues/issue.fetch.js";
import { NoticePlan } from "./notice.plan.js";
import { noticePage } from "./notice.queries.js";

export interface NoticesArgs {
  readonly unreadOnly: boolean | null | undefined;
  readonly first: number | null | undefined;
  /** The last one of the page before. */
  readonly after: string | null | undefined;
}

/**
 * B4, R10: what the viewer is told, newest first, as far as they may read it now.
 *
 * @throws RefusedError BAD_USER_INPUT for a page that cannot be
 */
export async function fetchNotices(
  scope: ReadScope,
  args: NoticesArgs,
  selection: Selection,
  variables: Variables,
): Promise<object[]> {
  const limit = pageSize(args.first);
  const after = args.after ?? null;
  if (after !== null && !isId(after)) throw refusedBy(badInput("after", "page.badCursor"));
  const plan = new NoticePlan(scope, selection, variables);
  const { sql, columns } = plan;
  const page = { unreadOnly: args.unreadOnly ?? false, after, limit };
  return plan.build(await noticePage(scope, { sql, columns }, page));
}
