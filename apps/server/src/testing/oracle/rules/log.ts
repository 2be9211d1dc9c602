import type { Eyes } from "./eyes.js";
import { followersOf, hatsByFacts, isBoss, type SightFacts } from "./hats.js";
import { rowOf, rowOrNull, type Change, type LoggedEvent, type World } from "./world.js";

/** Changes whose values are ids of issues: an id of one that is not seen is no value (R10). */
const LINKS = ["parent", "relations"];

/** R11: a relation whose issue is not seen is absent; what is the same then is no change. */
function maskRelations(eyes: Eyes, change: Change): Change[] {
  const side = (texts: unknown) =>
    (texts as string[] | null)?.filter((text) => eyes.issue(text.split(" ")[1]) !== null) ?? [];
  const [before, after] = [side(change.before), side(change.after)];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: change.field, before, after }];
}

function maskLink(eyes: Eyes, change: Change): Change[] {
  if (!LINKS.includes(change.field)) return [change];
  if (change.field === "relations") return maskRelations(eyes, change);
  const side = (id: unknown) => (typeof id === "string" && eyes.issue(id) ? id : null);
  const [before, after] = [side(change.before), side(change.after)];
  return before === null && after === null ? [] : [{ field: change.field, before, after }];
}

/** Whom an event is about: a person, or a deputyship of theirs. */
function personOf(world: World, event: LoggedEvent): string | null {
  if (event.entity === "deputy") return rowOf(world.deputies, event.entityId).userId;
  return event.entity === "user" ? event.entityId : null;
}

/** Who reads events that are about no issue: managers of the unit, the person, admins and bosses. */
function readsOrganisation(eyes: Eyes, event: LoggedEvent): boolean {
  if (eyes.person.admin || isBoss(eyes.world, eyes.me)) return true;
  if (["company", "role"].includes(event.entity)) return false;
  if (["unit", "membership", "label", "status"].includes(event.entity)) {
    const unitId = event.unitId ?? (event.entity === "unit" ? event.entityId : null);
    return unitId !== null && eyes.inUnit(unitId).has("MANAGER");
  }
  return event.actorId === eyes.me || personOf(eyes.world, event) === eyes.me;
}

/** I9, R10: what is read of an event; null: nothing, so that there is no such event. */
export function readableChanges(eyes: Eyes, event: LoggedEvent): readonly Change[] | null {
  if (event.kind === "GONE") return [];
  if (event.entity === "comment") {
    const comment = rowOf(eyes.world.comments, event.entityId);
    return eyes.readsComment(comment) ? event.changes : null;
  }
  if (event.issueId === null) return readsOrganisation(eyes, event) ? event.changes : null;
  const issue = eyes.issue(event.issueId);
  if (!issue) return null;
  const changes = event.changes
    .filter((change) => eyes.reads(issue, change.field))
    .flatMap((change) => maskLink(eyes, change));
  return changes.length === 0 ? null : changes;
}

/** The log as it is there for this person, newest first. */
export function readableLog(
  eyes: Eyes,
  of: { readonly issue?: string | null; readonly actor?: string | null },
): LoggedEvent[] {
  return eyes.world.events
    .filter((event) => of.issue == null || event.issueId === of.issue)
    .filter((event) => of.actor == null || event.actorId === of.actor)
    .filter((event) => readableChanges(eyes, event) !== null)
    .reverse();
}

/** What sight hung on after an event, or before it. */
function factsThen(world: World, event: LoggedEvent, when: "before" | "after"): SightFacts | null {
  const issue = rowOrNull(world.issues, event.issueId);
  if (!issue) return null;
  const after = event.unitId ?? issue.unitId;
  return {
    unitId: when === "after" ? after : (event.unitBefore ?? after),
    assigneeId: when === "after" ? event.assigneeId : event.assigneeBefore,
    authorId: event.authorId ?? issue.authorId,
    followerIds: followersOf(world, issue.id, event.at),
    stepUnitId: when === "after" ? event.stepUnitId : event.stepUnitBefore,
  };
}

/** I9: "SHOWN" to who saw the issue by the event and sees it now; "GONE" to whom it took it away. */
export function streamed(eyes: Eyes, event: LoggedEvent): "SHOWN" | "GONE" | "NOTHING" {
  const { world, me } = eyes;
  const [before, after] = [factsThen(world, event, "before"), factsThen(world, event, "after")];
  if (!before || !after) return "NOTHING";
  const saw = (facts: SightFacts) => hatsByFacts(world, me, facts).size > 0;
  if (eyes.issue(event.issueId)) {
    return saw(after) && readableChanges(eyes, event) !== null ? "SHOWN" : "NOTHING";
  }
  return !saw(after) && saw(before) ? "GONE" : "NOTHING";
}
