import { checkAnchors } from "@stafeta/domain/board/move-cards";
import { notFound, type Refusal } from "@stafeta/domain/shared/decision";
import { isId, type IssueId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import { changeOnce } from "../../../access/change-once.js";
import type { RequestContext } from "../../../access/request-context.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { idsOnce } from "../closing/all-or-nothing.js";
import { lockIssues } from "../locked-issue.js";
import { loadMove, mayMove, saveMove } from "./move-issue.js";

export interface MoveIssuesArgs {
  readonly ids: readonly string[];
  readonly status?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** What became of one of them; it went, or the reason why it stayed. */
export interface MoveOutcome {
  readonly id: string;
  readonly refused: {
    readonly code: string;
    readonly rule: string | null;
    readonly message: string;
    readonly params: object;
  } | null;
}

function outcomeOf(id: string, refusal: Refusal | null): MoveOutcome {
  if (!refusal) return { id, refused: null };
  const { code, rule, message, params } = refusal;
  return { id, refused: { code, rule: rule === "" ? null : rule, message, params } };
}

/** I1: a parent may go once its sub-issues have, in the same stroke. */
function mayGoLater(refusal: Refusal): boolean {
  return refusal.rule === "I1";
}

/**
 * Moves one after another, each below the one before it, so that they stand together in the order given. Rows are read anew
 * for each: to make room, a move may have given its neighbours other ranks (I4).
 */
class Selection {
  private readonly tx: ViewerChange;
  private readonly args: MoveIssuesArgs;
  private above: string | null | undefined;

  constructor(tx: ViewerChange, args: MoveIssuesArgs) {
    this.tx = tx;
    this.args = args;
    this.above = args.after;
  }

  /** @returns why it stays; null: it went */
  async move(id: string): Promise<Refusal | null> {
    const { status, before } = this.args;
    const move = isId(id)
      ? await loadMove(this.tx, id as IssueId, { status, after: this.above, before })
      : null;
    if (!move) return notFound();
    const decision = mayMove(this.tx, move);
    if (!decision.allowed) return decision;
    await saveMove(this.tx, move);
    this.above = id;
    return null;
  }
}

async function moveEach(
  tx: ViewerChange,
  ids: readonly string[],
  args: MoveIssuesArgs,
): Promise<MoveOutcome[]> {
  // All at once and in one order, before any is touched: two selections that overlap come one after the other.
  const anchors = [args.after, args.before].filter((anchor) => anchor != null);
  await lockIssues(tx, [...ids, ...anchors].filter(isId) as IssueId[]);
  const selection = new Selection(tx, args);
  const refusals = new Map<string, Refusal>();
  let waiting = ids;
  for (let moved = 1; moved > 0 && waiting.length > 0;) {
    moved = 0;
    for (const id of waiting) {
      const refusal = await selection.move(id);
      if (refusal) refusals.set(id, refusal);
      else {
        refusals.delete(id);
        moved += 1;
      }
    }
    waiting = waiting.filter((id) => {
      const refusal = refusals.get(id);
      return refusal !== undefined && mayGoLater(refusal);
    });
  }
  return ids.map((id) => outcomeOf(id, refusals.get(id) ?? null));
}

/**
 * I3, I4: a selection goes to one place, in one transaction and as one action (I6). Those that may not go stay, each with its
 * reason; the others go.
 *
 * @throws RefusedError BAD_USER_INPUT for none, or for a place that is one of them; LIMIT for more than 500
 */
export async function moveIssues(
  context: RequestContext,
  args: MoveIssuesArgs,
  clientMutationId: string | null | undefined,
): Promise<MoveOutcome[]> {
  const ids = idsOnce(args.ids);
  enforce(checkAnchors(ids, { after: args.after ?? null, before: args.before ?? null }));
  const asked = { operation: "moveIssues", input: args, clientMutationId };
  const outcomes = await changeOnce(context, asked, async (tx) =>
    JSON.stringify(await moveEach(tx, ids, args)),
  );
  return JSON.parse(outcomes) as MoveOutcome[];
}
