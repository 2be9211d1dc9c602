import type { Row } from "../../../platform/db/database.js";
import type { Lookup } from "../../../platform/graphql/record-plan.js";
import { mergeSelections, type FieldUse } from "../../../platform/graphql/selection.js";
import { EVENT_TYPE, type EventReading } from "../../events/event.plan.js";
import { registerEventReader } from "../../events/event-readers.js";
import { COMMENT_EVENTS, ISSUE_EVENTS } from "./issue-events.sql.js";
import { issuesByIds } from "../issue.fetch.js";

const ISSUE_AT = 2;

/** The issue that an event is about, for all rows by one statement. */
async function loadIssue(
  { scope, variables }: EventReading,
  uses: readonly FieldUse[],
  rows: readonly Row[],
): Promise<Lookup> {
  const ids = rows.flatMap((row) => (row[ISSUE_AT] as string | null) ?? []);
  const selection = uses.map((use) => use.selection).reduce(mergeSelections);
  const issues = await issuesByIds(scope, ids, selection, variables);
  return (row) => issues.get(String(row[ISSUE_AT])) ?? null;
}

/** Called once: what issues add to events, which come before them and know nothing of them. */
export function registerIssueEvents(): void {
  EVENT_TYPE.fields["issue"] = { value: "n(r)", load: loadIssue, isPersonal: true };
  registerEventReader(ISSUE_EVENTS);
  registerEventReader(COMMENT_EVENTS);
}
