import { concernedByEdit } from "@stafeta/domain/issues/concerned";
import type { WantedEdit } from "@stafeta/domain/issues/merge-edit";
import type { ViewerChange } from "../../../access/change.js";
import type { RequestContext } from "../../../access/request-context.js";
import { changeOnce } from "../../../access/change-once.js";
import { cleanEdit, issueIdOf } from "../issue-input.js";
import type { UpdateIssueInput } from "../issue-inputs.types.js";
import { lockIssue, type LockedIssue } from "../locked-issue.js";
import { planEdit } from "./plan-edit.js";
import { saveIssue } from "../save-issue.js";

export interface UpdateIssueArgs {
  readonly id: string;
  /** The number that the edit is based on. */
  readonly revision: number;
  readonly input: UpdateIssueInput;
}

/** I5, R5: of an issue that is held already, by whoever the change is made by. @throws RefusedError with code and rule */
export async function editIssue(
  tx: ViewerChange,
  issue: LockedIssue,
  wanted: WantedEdit,
  revision: number,
): Promise<void> {
  const edit = await planEdit(tx, issue, wanted, revision);
  const concerned = concernedByEdit(tx.company, edit.before.description, edit.after.description);
  await saveIssue(tx.change, issue, "ISSUE_EDITED", { ...edit, concerned });
}

/**
 * I5, R5: changes conditions of an issue; edits of different fields merge. An edit that changes nothing writes nothing.
 *
 * @returns its id
 * @throws RefusedError with code and rule; CONFLICT with what was changed meanwhile
 */
export function updateIssue(
  context: RequestContext,
  args: UpdateIssueArgs,
  clientMutationId: string | null | undefined,
): Promise<string> {
  const id = issueIdOf(args.id);
  const wanted = cleanEdit(args.input);
  return changeOnce(context, { operation: "updateIssue", input: args, clientMutationId }, async (tx) => {
    await editIssue(tx, await lockIssue(tx, id), wanted, args.revision);
    return id;
  });
}
