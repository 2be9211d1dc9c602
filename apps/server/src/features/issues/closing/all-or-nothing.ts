import { badInput, notFound, type Decision, type Refusal } from "@stafeta/domain/shared/decision";
import { REFUSAL_ORDER } from "@stafeta/domain/shared/error-codes";
import { isId, type IssueId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../../access/change.js";
import { refusedBy, RefusedError, type ErrorDetails } from "../../../platform/graphql/refused.js";
import { lockIssues, type LockedIssue } from "../locked-issue.js";

/** As many as a page of a list holds. */
export const MAX_AT_ONCE = 500;

/** The ids as they were given, each once. @throws RefusedError BAD_USER_INPUT for none, LIMIT for too many */
export function idsOnce(ids: readonly string[]): string[] {
  const once = [...new Set(ids)];
  if (once.length === 0) throw refusedBy(badInput("ids", "text.required"));
  if (once.length <= MAX_AT_ONCE) return once;
  throw new RefusedError("LIMIT", "Too many at once", {
    field: "ids",
    message: { key: "issue.tooManyAtOnce", params: { max: MAX_AT_ONCE } },
  });
}

/** What may happen to one of them, and what then follows. */
export interface Decided<T> {
  readonly issue: LockedIssue;
  readonly value: T;
}

function placeOf({ code }: Refusal): number {
  const place = REFUSAL_ORDER.indexOf(code);
  return place < 0 ? REFUSAL_ORDER.length : place;
}

/** One of them, by its id, that stands in the way of all. */
export interface RefusedOne {
  readonly id: string;
  readonly refusal: Refusal;
}

/** FLO-03: one that may not go keeps all; the error is that of the first rule by the order of asking. */
export function refuseAll(
  refused: readonly RefusedOne[],
  more: Pick<ErrorDetails, "current"> = {},
): RefusedError {
  const [first] = refused.toSorted((a, b) => placeOf(a.refusal) - placeOf(b.refusal));
  if (!first) throw new Error("nothing was refused");
  return refusedBy(first.refusal, {
    ...more,
    issues: refused.map(({ id }) => id),
    refusals: refused.map(({ id, refusal: { code, rule, message, params } }) => {
      return { id, code, ...(rule !== "" && { rule }), message: { key: message, params } };
    }),
  });
}

/** Those that the viewer sees, by id, held until the change ends. What is no id is never found (R10). */
export function lockAll(tx: ViewerChange, ids: readonly string[]): Promise<Map<IssueId, LockedIssue>> {
  return lockIssues(tx, ids.filter(isId) as IssueId[]);
}

/**
 * Decides on each, in the order given.
 *
 * @throws RefusedError when one is refused; `extensions.issues` lists which stood in the way, `refusals` why
 */
export function decideAll<T>(
  ids: readonly string[],
  found: ReadonlyMap<IssueId, LockedIssue>,
  decide: (issue: LockedIssue) => Decision<T>,
): Decided<T>[] {
  const verdicts = ids.map((id) => {
    const issue = found.get(id as IssueId);
    return { id, issue, verdict: issue ? decide(issue) : notFound() };
  });
  const refused = verdicts.flatMap(({ id, verdict }) => (verdict.allowed ? [] : [{ id, refusal: verdict }]));
  if (refused.length > 0) throw refuseAll(refused);
  return verdicts.flatMap(({ issue, verdict }) =>
    issue && verdict.allowed ? [{ issue, value: verdict.value }] : [],
  );
}
