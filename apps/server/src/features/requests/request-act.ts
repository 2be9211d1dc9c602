import { canAsk, MAX_PENDING_OF_ASKER } from "@stafeta/domain/requests/ask";
import { changesOfAct, type RequestedAct } from "@stafeta/domain/requests/requested-act";
import { dayIn } from "@stafeta/domain/shared/calendar-date";
import { refuse } from "@stafeta/domain/shared/decision";
import type { ViewerChange } from "../../access/change.js";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, refusedBy } from "../../platform/graphql/refused.js";
import { headIds } from "../handoff/handoff-events.js";
import { cleanWords } from "../handoff/start-handoff.js";
import { issueIdOf } from "../issues/issue-input.js";
import { lockIssue, requireSeen, type LockedIssue } from "../issues/locked-issue.js";
import { tellOfRequest } from "./request-events.js";
import { cleanAct } from "./request-input.js";
import type { IssueAct } from "./request-inputs.types.js";
import { insertRequest, pendingOfAsker } from "./request-write.queries.js";

export interface RequestActArgs {
  readonly issue: string;
  readonly act: IssueAct;
  readonly comment?: string | null | undefined;
}

async function checkAsked(tx: ViewerChange, issue: LockedIssue, act: RequestedAct): Promise<void> {
  const { change, company, viewer } = tx;
  const today = dayIn(company.timeZone, new Date(change.now));
  if (act.kind === "EDIT") await requireSeen(tx, act.edit.parent);
  const facts = { ...issue.facts, resolution: issue.resolution };
  enforce(canAsk(company, viewer, facts, issue.hats, act, today));
  const pending = await pendingOfAsker(change, facts.id, viewer.userId, act);
  if (pending.isSame) throw refusedBy(refuse("CONFLICT", "H6", "request.alreadyAsked"));
  if (pending.count >= MAX_PENDING_OF_ASKER) {
    throw refusedBy(refuse("CONFLICT", "H6", "request.tooMany", { max: MAX_PENDING_OF_ASKER }));
  }
}

async function writeRequest(
  tx: ViewerChange,
  issue: LockedIssue,
  act: RequestedAct,
  comment: string | null,
): Promise<string> {
  const { change, viewer } = tx;
  const { id: issueId, unitId, revision } = issue.facts;
  const asked = { issueId, unitId, askedBy: viewer.userId, at: change.now };
  const id = await insertRequest(change, { ...asked, act, revision, comment, event: change.nextEvent });
  await tellOfRequest(tx, issue, {
    kind: "REQUEST_MADE",
    requestId: id,
    state: [null, "PENDING"],
    also: changesOfAct(act),
    words: comment,
    concerned: headIds(tx, unitId),
  });
  return id;
}

/**
 * H6: whoever sees an issue asks its heads for what they may not do themselves.
 *
 * @returns the request's id
 * @throws RefusedError with code and rule; LAW for what no head may do either, CONFLICT for what they may do themselves
 */
export function requestAct(
  context: RequestContext,
  args: RequestActArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.issue);
  const comment = cleanWords(args.comment);
  return changeOnce(context, { operation: "requestAct", input: args, clientMutationId }, async (tx) => {
    const issue = await lockIssue(tx, id);
    const act = cleanAct(args.act);
    await checkAsked(tx, issue, act);
    return writeRequest(tx, issue, act, comment);
  });
}
