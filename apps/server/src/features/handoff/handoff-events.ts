import type { ChangeValue, FieldChange } from "@stafeta/domain/events/changes";
import type { EventKind } from "@stafeta/domain/events/event-kinds";
import { concernedByHandoff, type Concerned } from "@stafeta/domain/issues/concerned";
import { headsOf } from "@stafeta/domain/org/heads";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { ViewerChange } from "../../access/change.js";
import { updateIssueRow } from "../issues/issue-write.queries.js";
import type { LockedIssue } from "../issues/locked-issue.js";

/** What an event of a hand-off tells beside its kind. */
export interface HandoffNews {
  readonly kind: EventKind;
  readonly handoffId: string;
  /** The unit whose turn it was, and whose turn it is; null: the issue was not, or is no more, in transit. */
  readonly turn: { readonly before: UnitId | null; readonly after: UnitId | null };
  readonly changes?: Readonly<Record<string, readonly [before: ChangeValue, after: ChangeValue]>>;
  /** What is said in it; nobody reads it who does not read the issue's conditions. */
  readonly words?: string | null;
  readonly concerned: Concerned;
  /** The event that it takes back (I6). */
  readonly undoes?: string | null;
}

export function headIds({ company }: Pick<ViewerChange, "company">, unitId: UnitId): UserId[] {
  return headsOf(company, unitId).map((head) => head.id);
}

/** H5, B4: whom it concerns: those whose turn it is or was, and those who follow it. */
export function followersOf(
  { company }: Pick<ViewerChange, "company">,
  { facts }: { readonly facts: ToldFacts },
  { startedBy }: { readonly startedBy: UserId },
  others: readonly UserId[],
): Concerned {
  return concernedByHandoff(company, { startedBy, authorId: facts.authorId }, others);
}

function changesOf({ turn, changes = {}, words = null }: HandoffNews): FieldChange[] {
  const [was, is] = [turn.before !== null, turn.after !== null];
  const all: Record<string, readonly [ChangeValue, ChangeValue]> = {
    inTransit: [was, is],
    handoffStep: [turn.before, turn.after],
    ...changes,
    handoffWords: [null, words],
  };
  return Object.entries(all).flatMap(([field, [before, after]]) =>
    before === after ? [] : [{ field, before, after }],
  );
}

/** As much of an issue as its events tell. */
export type ToldFacts = Pick<LockedIssue["facts"], "id" | "unitId" | "assigneeId" | "authorId">;

/** L4, I5: an event of a hand-off is one of its issue too, and raises its revision. @returns its id */
export async function tellOfHandoff(
  { change }: Pick<ViewerChange, "change">,
  { facts }: { readonly facts: ToldFacts },
  news: HandoffNews,
): Promise<string> {
  const { id, unitId, assigneeId, authorId } = facts;
  const event = change.record({
    kind: news.kind,
    entity: "handoff",
    entityId: news.handoffId,
    issueId: id,
    changes: changesOf(news),
    ...{ unitId, unitBefore: unitId, assigneeId, assigneeBefore: assigneeId, authorId },
    ...{ stepUnitBefore: news.turn.before, stepUnitId: news.turn.after },
    concernedIds: news.concerned,
    undoes: news.undoes ?? null,
  });
  await updateIssueRow(change, id, new Map(), { id: event, at: change.now });
  return event;
}
