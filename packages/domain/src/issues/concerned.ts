import type { Company } from "../org/company.js";
import { bossesOf, headsOf } from "../org/heads.js";
import type { UnitId, UserId } from "../shared/ids.js";
import { mentionsIn, newMentions } from "./mentions.js";

/**
 * B4: whom a change concerns, beside who sees it. They are told as far as they can read it when they ask (R10), and
 * nobody is told of their own act; neither is decided here.
 */
export type Concerned = readonly UserId[];

/** Who has it, and who wants it done. */
export interface Parties {
  readonly unitId: UnitId;
  readonly assigneeId: UserId | null;
  readonly authorId: UserId;
}

/** Nobody who is not there, each once. */
function known(company: Company, ids: readonly (UserId | null)[]): Concerned {
  const active = ids.filter((id) => id !== null && company.personById.get(id)?.active === true);
  return [...new Set(active as UserId[])];
}

function headIds(company: Company, unitId: UnitId): UserId[] {
  return headsOf(company, unitId).map((head) => head.id);
}

/** Section 1: the holder, or the heads while nobody is named. */
export function holdersNow(company: Company, { unitId, assigneeId }: Omit<Parties, "authorId">): Concerned {
  return assigneeId === null ? headIds(company, unitId) : known(company, [assigneeId]);
}

/** B4: whoever is assigned, and whoever is mentioned in what is asked. */
export function concernedByCreation(
  company: Company,
  issue: { readonly assigneeId: UserId | null; readonly description: string | null },
): Concerned {
  return known(company, [issue.assigneeId, ...mentionsIn(issue.description)]);
}

/** B4: whoever is mentioned in the description and was not before. */
export function concernedByEdit(
  company: Company,
  before: string | null | undefined,
  after: string | null | undefined,
): Concerned {
  return known(company, newMentions(before, after));
}

/** B4: whoever is assigned, whose it was, and who filed it, when somebody takes it. */
export function concernedByAssigning(
  company: Company,
  { assigneeId: before, authorId }: Parties,
  after: UserId | null,
  isTaken: boolean,
): Concerned {
  return known(company, [after, before, isTaken ? authorId : null]);
}

/** B4: whoever is mentioned, and those between whom the talk runs: the holder and the author. */
export function concernedByComment(company: Company, issue: Parties, body: string): Concerned {
  return known(company, [...mentionsIn(body), issue.assigneeId, issue.authorId]);
}

/** H5: a hand-off is followed by who began it and by the author, beside those whose turn it is or was. */
export function concernedByHandoff(
  company: Company,
  { startedBy, authorId }: { readonly startedBy: UserId; readonly authorId: UserId },
  others: readonly (UserId | null)[],
): Concerned {
  return known(company, [...others, startedBy, authorId]);
}

/** R2: the bosses are told what an admin does to memberships; the unit's heads, whose issues stay without a holder. */
export function concernedByMembership(
  company: Company,
  unitId: UnitId,
  { byAdmin, leavesIssues }: { readonly byAdmin: boolean; readonly leavesIssues: boolean },
): Concerned {
  const bosses = byAdmin ? bossesOf(company).map((boss) => boss.id) : [];
  return known(company, [...bosses, ...(leavesIssues ? headIds(company, unitId) : [])]);
}
