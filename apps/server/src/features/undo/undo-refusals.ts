import { refuse, type Refusal } from "@stafeta/domain/shared/decision";
import type { IssueId } from "@stafeta/domain/shared/ids";
import { builtOn, type BuiltOn } from "@stafeta/domain/undo/built-on";
import { builtOnRefusal } from "@stafeta/domain/undo/can-undo";
import type { LoggedEvent } from "@stafeta/domain/undo/logged-event";
import type { ViewerChange } from "../../access/change.js";
import { instant } from "../../platform/db/instant.js";
import { RefusedError } from "../../platform/graphql/refused.js";
import { refuseAll, type RefusedOne } from "../issues/closing/all-or-nothing.js";
import { eventsSince, readObstacle } from "./undo.queries.js";
import { issueIdOf } from "./undo-step.js";

/** What and who, as far as the viewer reads it (R10): of what they do not read only that it is there. */
async function toldOf(tx: ViewerChange, { event, fields }: BuiltOn): Promise<object | null> {
  const read = await readObstacle(tx.change, tx, event.id);
  if (!read) return null;
  const person = event.actorId === null ? undefined : tx.company.personById.get(event.actorId);
  return {
    issue: event.issueId,
    event: { id: event.id, kind: event.kind, at: instant(read.at) },
    by: person ? { id: person.id, name: person.name } : null,
    fields: fields.filter((field) => read.changes.some((change) => change.field === field)),
  };
}

/** Of each issue, the oldest of its events that are taken back. */
function sinceOf(back: readonly LoggedEvent[]): Map<IssueId, string> {
  const newestFirst = back.map((event) => [issueIdOf(event), event.id] as const);
  return new Map(newestFirst);
}

/** I6: until something later builds on it. @throws RefusedError CONFLICT with what and who in `current` */
export async function requireNothingBuilt(tx: ViewerChange, back: readonly LoggedEvent[]): Promise<void> {
  const since = await eventsSince(tx.change, sinceOf(back));
  const found = back.flatMap((event) => {
    const built = builtOn(event, since.get(issueIdOf(event)) ?? []);
    return built ? [{ id: issueIdOf(event), built }] : [];
  });
  const [first] = found;
  if (!first) return;
  const refused: RefusedOne[] = found.map(({ id, built }) => ({ id, refusal: builtOnRefusal(built.how) }));
  const told = await toldOf(tx, first.built);
  throw refuseAll(refused, told ? { current: told } : {});
}

/** I6: whoever undoes gave no value that could be wrong: what no longer fits is a conflict. */
export async function asConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== "BAD_USER_INPUT") throw error;
    const { message } = error.details;
    throw new RefusedError("CONFLICT", error.message, { rule: "I6", ...(message && { message }) });
  }
}

export const NOTHING_LEFT: Refusal = refuse("CONFLICT", "I6", "undo.nothingLeft");
