import { isId } from "@stafeta/domain/shared/ids";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { notFound, RefusedError } from "../../platform/graphql/refused.js";
import { countUnread, countVisible, markRead } from "./notice.queries.js";

/** As many as a page of them holds. */
const MAX_AT_ONCE = 500;

function idsOnce(ids: readonly string[]): string[] {
  const once = [...new Set(ids)];
  if (!once.every(isId)) throw notFound();
  if (once.length <= MAX_AT_ONCE) return once;
  throw new RefusedError("LIMIT", "Too many at once", {
    field: "ids",
    message: { key: "issue.tooManyAtOnce", params: { max: MAX_AT_ONCE } },
  });
}

/**
 * B4: the viewer has read these, all or none. A read mark is no record (L4), so nothing tells of it; it is made under the
 * same lock as every change, so that no count falls between a mark and an event.
 *
 * @returns how many are unread then
 * @throws RefusedError NOT_FOUND for another's notice, one out of sight and one that never was, alike (R10)
 */
export async function markNoticesRead(
  context: RequestContext,
  args: { readonly ids: readonly string[] },
  clientMutationId: string | null | undefined,
): Promise<number> {
  const ids = idsOnce(args.ids);
  await changeOnce(context, { operation: "markNoticesRead", input: args, clientMutationId }, async (tx) => {
    if ((await countVisible(tx.change, tx, ids)) < ids.length) throw notFound();
    await markRead(tx.change, tx, { ids });
    return tx.viewer.userId;
  });
  return context.read((scope) => countUnread(scope));
}

/**
 * B4: the viewer has read all that they can see up to an event, so that what came meanwhile stays unread.
 *
 * @returns how many are unread then
 * @throws RefusedError NOT_FOUND for what is no id
 */
export async function markAllNoticesRead(
  context: RequestContext,
  args: { readonly upTo: string },
  clientMutationId: string | null | undefined,
): Promise<number> {
  if (!isId(args.upTo)) throw notFound();
  await changeOnce(
    context,
    { operation: "markAllNoticesRead", input: args, clientMutationId },
    async (tx) => {
      await markRead(tx.change, tx, args);
      return tx.viewer.userId;
    },
  );
  return context.read((scope) => countUnread(scope));
}
