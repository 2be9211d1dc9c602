import type { Sql } from "../../platform/db/sql.js";
import { readableEvent, type EventScope } from "../events/event-readers.js";

/**
 * Those of one person, each with its event, which is looked up one by one: the log is far larger than what concerns
 * anybody, and must not be read whole whatever the planner expects. It is parted by time, so that too leads to the event.
 */
const OWN = `notice n cross join lateral (
  select log.* from event log where log.id = n.event_id and log.at = n.at offset 0) e`;

/** As `needsDescription` of the domain: such an event concerns them by what stands in the description alone. */
const IN_DESCRIPTION =
  "(e.kind = 'ISSUE_EDITED' or e.kind = 'ISSUE_CREATED' and e.assignee_id is distinct from n.user_id)";

const HAS_DESCRIPTION = `m.changes @> '[{"field": "description"}]'`;

/**
 * R10: the viewer's notices that they may read now, as `n`, with their event as `e` and what is read of it as
 * `m.changes`. List, count, marks and stream all go through here. (Whether anything is read could be asked for less, but
 * for who sees everything the planner then looks for the first issue of all.)
 */
export function ownNotices(scope: EventScope, sql: Sql): string {
  return `${OWN} cross join lateral (select ${readableEvent(scope, sql)} as changes) m
    where n.user_id = ${sql.id(scope.viewer.userId)} and m.changes is not null
      and (not ${IN_DESCRIPTION} or ${HAS_DESCRIPTION})`;
}
